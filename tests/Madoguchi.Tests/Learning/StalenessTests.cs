using Madoguchi.Articles;
using Madoguchi.Learning.Helping;
using Madoguchi.Learning.Staling;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Learning;

public sealed class StalenessTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly StaleAfter After = new(180);
    private static readonly FixedSince Fixed = new("err-#: watchdog reset", "3.2.1", Noon.AddDays(-1));

    [Fact]
    public void An_article_is_believed_until_there_is_a_reason_not_to() => Assert.Empty(Staleness.Of(Written(179), new(5, 2, 2), [Fixed], After, Noon));

    [Fact]
    public void Nobodys_word_for_too_long_is_a_reason_and_still_true_ends_it()
    {
        var article = Written(180);
        Assert.Equal(180, Assert.Single(Staleness.Of(article, Answered.Nothing, [], After, Noon)).Days);

        article.Confirm("Hana", Noon);
        Assert.Empty(Staleness.Of(article, Answered.Nothing, [], After, Noon));
    }

    [Theory]
    [InlineData(0, 2, 0, false)]
    [InlineData(0, 2, 1, true)]
    [InlineData(3, 3, 0, false)]
    [InlineData(3, 3, 1, true)]
    public void Read_in_vain_more_often_than_not_is_a_reason(int yes, int no, int wrote, bool stale) =>
        Assert.Equal(stale, Staleness.Of(Written(1), new(yes, no, wrote), [], After, Noon).Any(r => r.Why is StaleWhy.DidNotHelp));

    [Fact]
    public void Naming_what_was_fixed_since_is_a_reason()
    {
        var article = Written(2, "「ｅｒｒ-４: watchdog reset」と出たら、電源を抜きます。");

        Assert.Equal("err-#: watchdog reset (3.2.1)", Assert.Single(Staleness.Of(article, Answered.Nothing, [Fixed], After, Noon)).Names);
        Assert.Empty(Staleness.Of(article, Answered.Nothing, [Fixed with { At = Noon.AddDays(-3) }], After, Noon));
    }

    private static Article Written(int days, string text = "本文")
    {
        var article = new Article { Id = Id<Article>.New(), Slug = "a", ChangedAt = Noon.AddDays(-days), ChangedBy = "Sora" };
        article.Say(new(new("題"), new(text)));
        return article;
    }
}
