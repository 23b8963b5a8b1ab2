using System.Text.Json;
using Madoguchi.ProductLog.Sending;

namespace Madoguchi.Tests.ProductLog;

public sealed class CloudEventReaderTests
{
    private const string Right = """{"specversion":"1.0","id":"1","source":"/a","type":"t"}""";

    [Fact]
    public void A_whole_event_is_read_as_it_was_told()
    {
        var told = Read("""{"specversion":"1.0","id":"1","source":"urn:x:/a?b#c","type":"a.b","subject":"S 1","time":"2026-11-21T23:41:07.1234567+09:00","datacontenttype":"application/json","tenant":"x","level":3,"test":true,"data": { "a" : [ 1 , null ] } }""");

        Assert.Equal(("1", "urn:x:/a?b#c", "a.b", "S 1"), (told!.Id, told.Source, told.Type, told.Subject));
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 14, 41, 7, TimeSpan.Zero).AddMicroseconds(123_456), told.Time);
        Assert.Equal("""{"a":[1,null]}""", told.Data);
        Assert.Equal("""{"datacontenttype":"application/json","tenant":"x","level":3,"test":true}""", told.More);
    }

    [Theory]
    [InlineData(""" "subject":null """)]
    [InlineData(""" "time":null,"data":null """)]
    [InlineData(""" "tenant":null """)]
    public void Null_is_the_same_as_left_out(string more) => Assert.Equal(Read(Right), Read(With(more)));

    [Theory]
    [InlineData(""" "time":"yesterday" """, "/time")]
    [InlineData(""" "time":"2026-11-21" """, "/time")]
    [InlineData(""" "time":"2026-11-21T23:41:07" """, "/time")]
    [InlineData(""" "time":"2026-13-21T23:41:07Z" """, "/time")]
    [InlineData(""" "time":"0001-01-01T00:00:00Z" """, "/time")]
    [InlineData(""" "time":1 """, "/time")]
    [InlineData(""" "subject":"" """, "/subject")]
    [InlineData(""" "subject":1 """, "/subject")]
    [InlineData(""" "Tenant":"x" """, "/Tenant")]
    [InlineData(""" "my_id":"x" """, "/my_id")]
    [InlineData(""" "a/b~c":"x" """, "/a~1b~0c")]
    [InlineData(""" "tenant":{} """, "/tenant")]
    [InlineData(""" "tenant":[1] """, "/tenant")]
    [InlineData(""" "dataschema":"" """, "/dataschema")]
    [InlineData(""" "datacontenttype":1 """, "/datacontenttype")]
    [InlineData(""" "data_base64":"***" """, "/data_base64")]
    [InlineData(""" "data_base64":1 """, "/data_base64")]
    [InlineData(""" "data":1,"data_base64":"AQID" """, "/data_base64")]
    [InlineData(""" "data":["a\u0000"] """, "/data/0")]
    [InlineData(""" "data":{"a":{"b":"\udc00"}} """, "/data/a/b")]
    public void What_is_wrong_is_named_by_its_place(string more, string at)
    {
        var wrong = new List<Wrong>();

        Assert.Null(CloudEventReader.Read(JsonElement.Parse(With(more)), "/3", wrong));

        Assert.Equal("/3" + at, Assert.Single(wrong).At);
    }

    [Theory]
    [InlineData("{}", "/specversion? /id /source /type")]
    [InlineData("""{"specversion":"0.3","id":"","source":"a b","type":5}""", "/specversion /id /type /source")]
    [InlineData("""{"specversion":"1.0","id":null,"source":"/a","type":"t"}""", "/id")]
    [InlineData("""{"specversion":"1.0","id":"1","source":"/a","type":"t","type":"u"}""", "/type")]
    public void Every_fault_is_told_at_once(string json, string at)
    {
        var wrong = new List<Wrong>();

        Assert.Null(CloudEventReader.Read(JsonElement.Parse(json), "", wrong));

        Assert.Equal(at.Replace("?", "", StringComparison.Ordinal).Split(' ').Order(), wrong.Select(w => w.At).Order());
    }

    [Theory]
    [InlineData("2026-11-21T23:41:07Z", "2026-11-21T23:41:07Z")]
    [InlineData("2026-11-21t23:41:07z", "2026-11-21T23:41:07Z")]
    [InlineData("2026-11-21 23:41:07-00:30", "2026-11-22T00:11:07Z")]
    [InlineData("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z")]
    [InlineData("2026-11-21T23:41:07.123456789012Z", "2026-11-21T23:41:07.123456Z")]
    public void Times_are_read_as_RFC_3339_has_them(string text, string at) => Assert.Equal(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture), EventTime.Read(text));

    [Fact]
    public void What_is_written_down_is_read_again()
    {
        var told = Read(With("""  "data":{"窓":"口\u00e9","n":1e400,"big":12345678901234567890.10} """))!;

        Assert.Equal("""{"窓":"口é","n":1e400,"big":12345678901234567890.10}""", told.Data);
    }

    private static string With(string more) => $"{Right[..^1]},{more}}}";

    private static ToldEvent? Read(string json)
    {
        var wrong = new List<Wrong>();
        var told = CloudEventReader.Read(JsonElement.Parse(json), "", wrong);
        Assert.Empty(wrong);
        return told;
    }
}
