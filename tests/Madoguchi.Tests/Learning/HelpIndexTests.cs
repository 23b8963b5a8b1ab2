using Madoguchi.Articles;
using Madoguchi.Guides;
using Madoguchi.Learning;
using Madoguchi.Learning.Helping;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Learning;

public sealed class HelpIndexTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static readonly Vocabulary Words = new();

    private static readonly HelpIndex Help = new(
    [
        Item("router-restarts", "ルーターが再起動をくり返す", "The router restarts again and again", "電源を抜いて10秒待ちます。", "Unplug the power and wait ten seconds.", "ルーター R3"),
        Item("lights", "ランプの色の見かた", "What the lights mean", "橙の点滅は再起動の途中です。", "Orange: it is restarting.", "ルーター R3"),
        Item("sync", "メモの同期が進まないとき", "Notes do not sync", "設定の「同期」を切って、入れ直します。", "Switch Sync off and on again.", "メモ"),
        Item("invoice", "請求書が届かない", "The invoice has not come", "毎月5日にお送りします。", "They are sent on the 5th.", null),
    ], Words);

    [Theory]
    [InlineData("再起動", "router-restarts lights")] // the title before the text
    [InlineData("ｻｲｷﾄﾞｳ", "")]
    [InlineData("ﾙｰﾀｰ さいきどう", "")]
    [InlineData("るーたー", "router-restarts lights")] // by the product, too
    [InlineData("ＲＥＳＴＡＲＴ", "router-restarts lights")]
    [InlineData("sync off", "sync")]
    [InlineData("請求", "invoice")]
    public void Words_are_found_however_they_are_typed_and_the_title_counts_before_the_text(string asked, string expected) =>
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), Help.Search(asked, Tongue.Japanese, 10).Where(h => !h.Near).Select(h => h.Slug));

    [Theory]
    [InlineData("昨日からルーターが何度も勝手に再起動するようになってしまいました。どうしたらいいですか。", "router-restarts")]
    [InlineData("My notes will not sync since this morning, please help", "sync")]
    [InlineData("今月の請求書がまだ届いていないのですが", "invoice")]
    public void A_story_finds_what_it_is_like(string story, string expected) => Assert.Equal(expected, Help.Like(story, Tongue.Japanese, 3)[0].Slug);

    [Theory]
    [InlineData("こんにちは。お世話になっております。")]
    [InlineData("Thank you for your kind help.")]
    [InlineData("")]
    [InlineData("!!! ???")]
    public void Politeness_finds_nothing(string story) => Assert.Empty(Help.Like(story, Tongue.Japanese, 3));

    [Fact]
    public void No_sign_is_cut_in_two_however_long_the_story() =>
        Assert.All(Enumerable.Range(0, 2), i => Assert.Empty(Gist.Of(new string(' ', i) + string.Concat(Enumerable.Repeat("😀", 1_500)))));

    [Theory]
    [InlineData(">")]
    [InlineData("* ")]
    [InlineData("[")]
    public void What_is_nested_without_an_end_is_shown_as_it_was_written(string sign)
    {
        var deep = string.Concat(Enumerable.Repeat(sign, 2_000)) + "x";

        Assert.EndsWith("x", Marked.Plain(deep), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_has_all_the_words_the_nearest_are_shown_as_such()
    {
        var near = Help.Search("請求書 ダウンロード", Tongue.Japanese, 5);

        Assert.Equal("invoice", near[0].Slug);
        Assert.True(near[0].Near);
        Assert.Empty(Help.Search("解約したい", Tongue.Japanese, 5));
    }

    [Fact]
    public void An_excerpt_stands_around_what_was_sought_in_the_readers_language() =>
        Assert.Contains("ten seconds", Help.Search("router unplug", Tongue.English, 5)[0].Excerpt.Text, StringComparison.Ordinal);

    [Fact]
    public void What_was_sought_is_marked_where_it_stands()
    {
        var lit = Help.Search("１０秒", Tongue.Japanese, 5)[0].Excerpt;
        Assert.Equal("10秒", lit.Text.Substring(lit.Marks[0][0], lit.Marks[0][1]));
        Assert.Equal([[0, 3]], Lit.Of("請求書が届かない", Madoguchi.Search.Sought.Read("請求書")).Marks);
        Assert.Empty(Lit.Of("請求書が届かない", Madoguchi.Search.Sought.Read("領収書")).Marks);
    }

    [Fact]
    public void Beside_an_article_stands_what_is_like_it_and_what_is_about_the_same_product()
    {
        Assert.Equal(["lights"], Help.Beside("router-restarts", 4).Select(i => i.Slug));
        Assert.Empty(Help.Beside("invoice", 4));
        Assert.Empty(Help.Beside("nowhere", 4));
    }

    [Fact]
    public void What_was_written_since_answers_and_what_was_there_before_does_not()
    {
        Assert.True(Help.AnswersSince(Noon, "請求書"));
        Assert.False(Help.AnswersSince(Noon.AddTicks(1), "請求書"));
        Assert.False(Help.AnswersSince(Noon, "解約"));
    }

    private static HelpItem Item(string slug, string ja, string en, string textJa, string textEn, string? product)
    {
        var article = new Article { Id = Id<Article>.New(), Slug = slug, ChangedAt = Noon, ChangedBy = "Sora" };
        article.Say(new(new(ja, en), new(textJa, textEn), true, product));
        return HelpItem.Of(article, Words);
    }
}
