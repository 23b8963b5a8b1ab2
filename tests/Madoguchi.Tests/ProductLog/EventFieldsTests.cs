using Madoguchi.ProductLog;
using Madoguchi.Shared;

namespace Madoguchi.Tests.ProductLog;

public sealed class EventFieldsTests
{
    private static readonly ProductEvent Told = new()
    {
        Id = new Id<ProductEvent>(Guid.Empty), Source = "/a", EventId = "e1", Type = "t", Time = DateTimeOffset.UnixEpoch, TimeTold = true, ReceivedAt = DateTimeOffset.UnixEpoch, Subject = " ＡＣＣ-1 ",
        Data = """{"email":"Noda@Example.com","account":{"id":42,"a.b":"dotted"},"ok":true,"none":null,"codes":["K1","K2",{"x":1}],"long":"LONG"}""", More = """{"tenant":"x"}""",
    };

    [Theory]
    [InlineData("subject", " ＡＣＣ-1 ")]
    [InlineData("id", "e1")]
    [InlineData("type", "t")]
    [InlineData("source", "/a")]
    [InlineData("tenant", "x")]
    [InlineData("data.email", "Noda@Example.com")]
    [InlineData("data.account.id", "42")]
    [InlineData("data.account.a.b", "dotted")]
    [InlineData("data.ok", "true")]
    [InlineData("data.codes", "K1,K2")]
    [InlineData("data.none", "")]
    [InlineData("data.account", "")]
    [InlineData("data.nothing.there", "")]
    [InlineData("data.email.x", "")]
    [InlineData("nothing", "")]
    public void What_stands_in_a_field(string field, string values) => Assert.Equal(values, string.Join(',', Told.Values(field)));

    [Fact]
    public void Keys_are_folded_and_each_once() =>
        Assert.Equal(["acc-1", "noda@example.com", "k1", "k2"], EventFields.Keys(Told, ["data.email", "data.codes", "data.email", "data.none", "subject"]));

    [Theory]
    [InlineData("")]
    [InlineData("　 ")]
    public void Nothing_is_no_key(string value) => Assert.Null(EventFields.Key(value));

    [Fact]
    public void A_text_is_no_key() => Assert.Null(EventFields.Key(new string('x', EventFields.LongestKey + 1)));

    [Theory]
    [InlineData(29, null)]
    [InlineData(180, 180.0)]
    [InlineData(-500, null)]
    public void Only_a_clock_that_is_ahead_shows(int seconds, double? ahead) => Assert.Equal(ahead, Clocks.Ahead(DateTimeOffset.UnixEpoch.AddSeconds(seconds), DateTimeOffset.UnixEpoch)?.TotalSeconds);
}
