using System.Text;
using System.Text.Json.Nodes;
using Madoguchi.Trackers.Delivering;
using Madoguchi.Trackers.Listening;
using Madoguchi.Trackers.Redmining;
using Madoguchi.Trackers.Webhooks;
using Madoguchi.Voices;

namespace Madoguchi.Tests.Trackers;

public sealed class SignatureTests
{
    // The example of the specification and of its reference libraries.
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1614265330);
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"test": 2432232314}""");
    private static readonly byte[] Key = Signature.Key(Secret)!; // a right one

    [Fact]
    public void It_signs_as_the_reference_does() => Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", Signature.Of(Key, Id, At, Body));

    [Fact]
    public void What_it_signed_it_takes_and_nothing_else()
    {
        var right = Signature.Of(Key, Id, At, Body);

        Assert.Null(Signature.Refuses(Key, Id, "1614265330", $"v1a,xxx {right}", Body, At.AddMinutes(4)));
        Assert.Equal(SignatureRefusal.Wrong, Signature.Refuses(Key, Id + "x", "1614265330", right, Body, At));
        Assert.Equal(SignatureRefusal.Wrong, Signature.Refuses(Key, Id, "1614265331", right, Body, At));
        Assert.Equal(SignatureRefusal.Wrong, Signature.Refuses(Key, Id, "1614265330", right, Body.AsSpan(1), At));
        Assert.Equal(SignatureRefusal.TooOld, Signature.Refuses(Key, Id, "1614265330", right, Body, At.AddMinutes(6)));
        Assert.Equal(SignatureRefusal.TooOld, Signature.Refuses(Key, Id, "1614265330", right, Body, At.AddMinutes(-6)));
        Assert.All(new (string?, string?, string?)[] { (null, "1614265330", right), (Id, "soon", right), (Id, "99999999999999", right), (Id, "1614265330", null) },
            h => Assert.Equal(SignatureRefusal.Missing, Signature.Refuses(Key, h.Item1, h.Item2, h.Item3, Body, At)));
    }

    [Theory]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData("whsec_short")]
    [InlineData("whsec_MfKQ9r8GKYqrTwj=")]
    public void A_secret_of_another_kind_is_none(string secret) => Assert.Null(Signature.Key(secret));

    [Fact]
    public void It_is_tried_for_three_days_and_then_a_person_looks()
    {
        var waits = Enumerable.Range(1, 9).Select(n => Pace.After(n)!.Value).ToList(); // nine there are

        Assert.Equal((TimeSpan.FromSeconds(5), TimeSpan.FromHours(24)), (waits[0], waits[^1]));
        Assert.Equal(waits.Order(), waits);
        Assert.InRange(waits.Aggregate(TimeSpan.Zero, (a, b) => a + b), TimeSpan.FromDays(3), TimeSpan.FromDays(4));
        Assert.Null(Pace.After(10));
    }

    [Fact]
    public void An_update_goes_by_steps_once_an_hour_and_news_at_once()
    {
        Assert.Null(Pace.UpdateDue(40, 10, At, 44, 11, hasNews: false, At.AddDays(1)));
        Assert.Equal(At.AddHours(1), Pace.UpdateDue(40, 10, At, 46, 10, hasNews: false, At.AddMinutes(5)));
        Assert.Equal(At.AddHours(2), Pace.UpdateDue(40, 10, At, 40, 12, hasNews: false, At.AddHours(2)));
        Assert.Equal(At.AddMinutes(5), Pace.UpdateDue(40, 10, At, 40, 10, hasNews: true, At.AddMinutes(5)));
        Assert.Null(Pace.UpdateDue(40, 1000, At, 41, 1001, hasNews: false, At.AddDays(1)));
    }

    [Theory]
    [InlineData("resolved", VoiceState.Fixed)]
    [InlineData("In Progress", VoiceState.Planned)]
    [InlineData("却下", VoiceState.WontFix)]
    [InlineData("Feedback", null)]
    public void A_status_means_a_decision_or_nothing(string status, VoiceState? meant) => Assert.Equal(meant, Meaning.Of(status, Meaning.Usual));

    [Theory]
    [InlineData("memo\nPublic: Fixed in 1.0.1.\nPlease update.", "Fixed in 1.0.1.\nPlease update.")]
    [InlineData("公開: 直しました。", "直しました。")]
    [InlineData("公開：直しました。", "直しました。")]
    [InlineData("not public: no", null)]
    [InlineData("Public: ", null)]
    [InlineData(null, null)]
    public void Public_words_are_marked_as_such(string? comment, string? words) => Assert.Equal(words, Meaning.PublicWords(comment));

    [Theory]
    [InlineData("", "Public: we work on it", null)]
    [InlineData("Public: it is mended", "Public: we work on it", "it is mended")]
    [InlineData("", "", null)]
    public void What_was_said_of_the_state_before_is_not_said_again(string now, string before, string? words) => Assert.Equal(words, RedmineText.PublicWords(JsonNode.Parse($$"""
        {"journals":[{"notes":"{{before}}","details":[{"property":"attr","name":"status_id"}]},{"notes":"{{now}}","details":[]},{"notes":"","details":[{"property":"attr","name":"status_id"}]},{"notes":"Public: not for you","private_notes":true,"details":[]}]}
        """)!)); // it is one

    [Fact]
    public void Meanings_are_written_one_a_line()
    {
        Assert.Equal(VoiceState.WontFix, Meaning.Read("Done = fixed\n断る＝wontFix", out var fine)!["断る"]); // it can be read
        Assert.Null(fine);
        Assert.Null(Meaning.Read("Done = fixed\nLater = someday", out var wrong));
        Assert.Equal("Later = someday", wrong);
    }
}
