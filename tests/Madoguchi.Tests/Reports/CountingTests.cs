using System.Text;
using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Reports;
using Madoguchi.Reports.Counting;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Reports;

public sealed class CountingTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);
    private static readonly Guid Ken = Guid.CreateVersion7();

    [Theory]
    [InlineData(50, 5L)]
    [InlineData(90, 9L)]
    [InlineData(95, 10L)]
    public void A_quantile_is_one_of_the_values(int percent, long expected) => Assert.Equal(expected, Quantiles.Of([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], percent));

    [Fact]
    public void Nothing_has_no_quantile() => Assert.Null(Quantiles.Of([], 50));

    [Fact]
    public void A_table_is_read_by_spreadsheets_and_reckons_nothing()
    {
        var report = new Report("contacts", new(2026, 11, 1), new(2026, 11, 2), "Asia/Tokyo", "product", null, new Dictionary<string, long?>(), ["day", "product", "contacts"],
        [
            Report.Row(("day", new DateOnly(2026, 11, 1)), ("product", "=HYPERLINK(\"http://x\")"), ("contacts", 3)),
            Report.Row(("day", new DateOnly(2026, 11, 2)), ("product", "ルーター, R3\n\"新\""), ("contacts", 1)),
            Report.Row(("day", new DateOnly(2026, 11, 2)), ("product", null), ("contacts", 2)),
            Report.Row(("day", new DateOnly(2026, 11, 2)), ("product", " ＠SUM"), ("contacts", 2)),
        ]);

        var bytes = Csv.Of(report);

        Assert.Equal(Encoding.UTF8.Preamble, bytes.AsSpan(0, 3));
        Assert.Equal("day,product,contacts\r\n2026-11-01,\"'=HYPERLINK(\"\"http://x\"\")\",3\r\n2026-11-02,\"ルーター, R3\n\"\"新\"\"\",1\r\n2026-11-02,,2\r\n2026-11-02,' ＠SUM,2\r\n", Encoding.UTF8.GetString(bytes.AsSpan(3)));
    }

    [Fact]
    public void Who_breaks_off_and_comes_back_has_come_back_and_who_breaks_off_again_is_counted_again()
    {
        var counted = Reckoning.Of(new CaseNow(Id<Case>.New(), "account", null, null),
        [
            Said(1, Role.Customer), Happened(2, "brokenOff", """{"how":"silence","since":"2026-11-22T00:00:00Z"}"""), Happened(3, "followedUp", """{"text":"いかがですか"}""", Ken), Said(4, Role.Customer),
            Happened(5, "brokenOff", """{"how":"chatClosed","since":"2026-11-22T00:00:00Z"}"""), Happened(6, "followedUp", """{"text":"いかがですか"}""", Ken),
            Happened(7, "followUpAnswered", """{"answer":"solvedMyself"}""", role: Role.Customer), Happened(8, "brokenOff", """{"how":"silence","since":"2026-11-22T00:00:00Z"}"""),
        ]);

        Assert.Equal([("silence", true, Ending.Back), ("chatClosed", true, Ending.SolvedMyself), ("silence", false, Ending.Silent)], counted.Breaks.Select(b => (b.How, b.FollowedUp, b.Ending)));
        Assert.Equal(2, counted.Acts.Count(a => a.Kind is ActKind.FollowedUp && a.AgentId == Ken));
    }

    [Fact]
    public void A_denial_counts_by_phrase_and_by_the_agents_mark()
    {
        var counted = Reckoning.Of(new CaseNow(Id<Case>.New(), "account", null, null),
            [Said(1, Role.Customer), Happened(2, "heldForProof", """{"words":["かねます","ありえません"],"lacks":"proof","disputed":false,"marked":false}""", Ken), Happened(3, "declined", """{"words":[],"findings":[],"articles":["x"]}""", Ken),
                Happened(4, "notADenial", """{"words":["かねます"],"because":"x"}""", Ken)]);

        Assert.Equal([(ActKind.HeldForProof, "かねます"), (ActKind.HeldForProof, "ありえません"), (ActKind.DeclinedWithProof, Reckoning.Marked), (ActKind.NotADenial, "かねます")], counted.Acts.Select(a => (a.Kind, a.Words)));
    }

    [Fact]
    public void A_reply_held_back_counts_by_phrase_and_a_telephone_number_by_itself()
    {
        var counted = Reckoning.Of(new CaseNow(Id<Case>.New(), "account", null, null),
            [Said(1, Role.Customer), Happened(2, "heldBack", """{"words":["お電話ください","03-1234-5678"],"toNumber":true}""", Ken), Happened(3, "sentAnyway", """{"words":["お電話ください"],"because":"x"}""", Ken)]);

        Assert.Equal([(ActKind.HeldBack, "お電話ください"), (ActKind.HeldBack, Reckoning.PhoneNumber), (ActKind.SentAnyway, "お電話ください")], counted.Acts.Select(a => (a.Kind, a.Words)));
    }

    [Fact]
    public void A_call_is_a_contact_by_phone_and_has_no_first_answer()
    {
        var counted = Reckoning.Of(new CaseNow(Id<Case>.New(), "account", null, null),
            [Happened(1, "callTaken", """{"text":"x"}""", Ken), Said(2, Role.Agent, Ken), Happened(3, "callTaken", """{"text":"y"}""", Ken)]);

        Assert.Equal([(1, "phone", null), (3, "phone", (int?)null)], counted.Contacts.Select(c => (c.Entry, c.Channel, c.FirstAnswer)));
        Assert.DoesNotContain(counted.Acts, a => a.Kind is ActKind.FirstAnswer);
    }

    private static Entry Said(int number, Role role, Guid? by = null) => Happened(number, "message", """{"text":"x"}""", by, role);

    private static Entry Happened(int number, string kind, string body, Guid? by = null, Role role = Role.Agent) => new()
    {
        CaseId = new(Guid.Empty), Number = number, At = Noon.AddMinutes(number), Kind = kind, Role = role, ById = by, ByName = null, Internal = false, Body = body, Salt = [], Hash = [],
    };
}
