using Madoguchi.Cases.Denying;
using Madoguchi.Cases.Timeline;
using Madoguchi.Cases.Wording;

namespace Madoguchi.Tests.Cases.Denying;

public sealed class GateTests
{
    private static readonly Verdict[][] Sets =
    [
        .. Enumerable.Range(0, 8).Select(bits => Enum.GetValues<Verdict>().Where(v => (bits & (1 << (int)v)) != 0).ToArray()),
    ];

    private static readonly bool[] Both = [false, true];

    /// <summary>Every ground there can be.</summary>
    public static readonly IEnumerable<Ground> Grounds =
        from cited in Sets from disputed in Both from article in Both from answered in Both select new Ground(disputed, cited, article, answered);

    [Fact]
    public void That_it_will_not_be_done_is_enough_where_nothing_is_disputed_or_where_it_is_about_that_very_fault()
    {
        Assert.Null(Gate.Missing(new(false, [], Decided: true)));
        Assert.Equal(Lack.Finding, Gate.Missing(new(true, [], Decided: true)));
        Assert.Null(Gate.Missing(new(true, [], Decided: true, Concedes: true)));
    }

    [Fact]
    public void Where_somebody_has_looked_and_found_something_a_part_may_be_declined() =>
        Assert.All(Grounds.Where(g => g.Cited.Any(v => v is not Verdict.NotInLogs)), g => Assert.Null(Gate.Missing(g)));

    [Fact]
    public void Silent_records_need_the_technical_desk_where_something_is_said_to_have_happened() =>
        Assert.All(Grounds.Where(g => g.Cited is [Verdict.NotInLogs]), g => Assert.Equal(g.Answered || !g.Disputed ? null : Lack.TechnicalAnswer, Gate.Missing(g)));

    [Fact]
    public void An_article_is_enough_only_where_nothing_is_disputed()
    {
        Assert.All(Grounds.Where(g => g.Cited.Count == 0 && g.Article), g => Assert.Equal(g.Disputed ? Lack.Finding : null, Gate.Missing(g)));
        Assert.All(Grounds.Where(g => g.Cited is [Verdict.NotInLogs] && g.Article && !g.Disputed), g => Assert.Null(Gate.Missing(g)));
    }

    [Fact]
    public void Nothing_is_never_enough() => Assert.All(Grounds.Where(g => g.Cited.Count == 0 && !g.Article), g => Assert.Equal(Lack.Proof, Gate.Missing(g)));

    [Fact]
    public void A_ground_that_bears_a_denial_has_a_look_or_a_rule_behind_it() =>
        Assert.All(Grounds.Where(g => Gate.Missing(g) is null), g => Assert.True(
            g.Cited.Any(v => v is not Verdict.NotInLogs) || (g.Cited.Contains(Verdict.NotInLogs) && (g.Answered || !g.Disputed)) || (g.Article && !g.Disputed)));

    [Theory]
    [InlineData(null, false, null, "")]
    [InlineData(false, false, null, "")]
    [InlineData(false, false, "why", "")]
    [InlineData(null, false, "why", "")]
    [InlineData(true, false, null, "held")]
    [InlineData(true, false, "why", "held")]
    [InlineData(null, true, null, "held")]
    [InlineData(null, true, "why", "held")]
    [InlineData(true, true, "why", "held")]
    [InlineData(false, true, null, "held")]
    [InlineData(false, true, "why", "notADenial")]
    public void Only_a_reason_lets_go_what_is_recognised_and_nothing_lets_go_what_is_marked(bool? marked, bool recognised, string? because, string expected)
    {
        var said = new Declining(marked, recognised ? ["no"] : [], because, [], []);

        foreach (var disputed in Both)
            Assert.Equal(expected, Gate.Pass(said, new(disputed, [])).Refused(out _, out var happened) ? "held" : string.Join(',', happened.Select(Happening.KindOf)));
    }

    [Fact]
    public void What_it_rests_on_is_on_record()
    {
        var finding = Guid.CreateVersion7();

        Assert.False(Gate.Pass(new(null, ["no"], null, [finding], ["terms"]), new(true, [Verdict.Contradicted], true)).Refused(out _, out var happened));

        var declined = Assert.IsType<Declined>(Assert.Single(happened));
        Assert.Equal(["no"], declined.Words);
        Assert.Equal([finding], declined.Findings);
        Assert.Equal(["terms"], declined.Articles);
    }

    [Theory]
    [InlineData("登録がなければ特典はお渡しできません。", "特典はお渡しできません")]
    [InlineData("Sorry. WITHOUT registration there is no reward.", "WITHOUT registration")]
    [InlineData("まだ確認できておりません。", null)]
    [InlineData("We have not checked yet, but by specification that cannot happen.", "by specification")]
    public void What_is_noticed_is_shown_as_it_was_written(string reply, string? part)
    {
        var noticed = Denials.In(reply, Wordbook.BuiltIn);

        if (part is null)
            Assert.Empty(noticed);
        else
            Assert.Contains(part, string.Join(" | ", noticed), StringComparison.Ordinal);
    }
}
