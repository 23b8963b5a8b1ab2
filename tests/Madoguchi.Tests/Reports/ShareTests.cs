using Madoguchi.Cases.Timeline;
using Madoguchi.Reports;
using Madoguchi.Reports.Counting;

namespace Madoguchi.Tests.Reports;

public sealed class ShareTests
{
    // Reckoned with R: prop.test(x, n, correct = FALSE).
    [Theory]
    [InlineData(8, 10, 80, 49, 94)]
    [InlineData(0, 5, null, 0, 43)]
    [InlineData(9, 9, null, 70, 100)]
    [InlineData(90, 100, 90, 83, 94)]
    public void Few_answers_give_a_wide_range_and_no_share(int part, int whole, int? percent, int low, int high) => Assert.Equal(new Share(percent, low, high), Share.Of(part, whole));

    [Fact]
    public void Nothing_has_no_share() => Assert.Equal(new Share(null, null, null), Share.Of(0, 0));

    [Theory]
    [InlineData("thanked 3, thanked 5", "5")]
    [InlineData("thanked 3, thanksWithdrawn 0", "")]
    [InlineData("thanked 3, thanksWithdrawn 0, thanked 4", "4")]
    public void The_last_word_of_a_case_counts_unless_it_was_taken_back(string happened, string counted)
    {
        var entries = happened.Split(", ").Select((h, i) => Happened(i + 2, h.Split(' ')[0], h.Split(' ')[1])).Prepend(Happened(1, "message", "0")).ToList();

        var acts = Reckoning.Of(new CaseNow(entries[0].CaseId, "account", null, null), entries).Acts.Where(a => a.Kind is ActKind.Thanked).ToList();

        Assert.Equal(counted, string.Join(' ', acts.Select(a => a.Words)));
        Assert.All(acts, a => Assert.Equal(Guid.Empty, a.AgentId));
    }

    private static Entry Happened(int number, string kind, string score) => new()
    {
        CaseId = new(Guid.Empty), Number = number, At = new(2026, 11, 22, 3, number, 0, TimeSpan.Zero), Kind = kind, Role = Role.Customer, ById = Guid.NewGuid(), ByName = null, Internal = false, Salt = [], Hash = [],
        Body = kind switch { "thanked" => $$"""{"score":{{score}}}""", "thanksWithdrawn" => """{"entries":[2]}""", _ => """{"text":"x"}""" },
    };
}
