using Madoguchi.Learning.Missing;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Learning;

public sealed class MissedTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_is_alike_is_one_thing_to_write_about_the_most_wanted_first()
    {
        var missed = Missed.Of([Search("解約したい", missed: 5), Search("解約する方法", missed: 1), Search("住所変更", missed: 3), Search("export notes", missed: 2), Search("exporting my notes to pdf", missed: 2)]);

        Assert.Equal("解約したい", missed[0].Words);
        Assert.Equal([new Typed("解約する方法", 1)], missed[0].Alike);
        Assert.Equal(6, missed[0].NotFound);
        Assert.Contains(missed, m => m.Words == "住所変更" && m.Alike.Count == 0);
    }

    [Theory]
    [InlineData("サーバーエラー", "サーバ エラー", true)]
    [InlineData("ログイン出来ない", "ろぐいん できない", true)]
    [InlineData("Wi-Fi つながらない", "wifiつながらない", true)]
    [InlineData("export notes", "exprot notes", true)]
    [InlineData("password", "pasword", true)]
    [InlineData("入金できない", "出金できない", false)]
    [InlineData("mail", "main", false)]
    [InlineData("R3", "R4", false)]
    public void The_same_words_spelt_otherwise_are_one(string one, string other, bool same) => Assert.Equal(same, Spelling.Same(Spelling.Key(one), Spelling.Key(other)));

    [Fact]
    public void Spellings_are_counted_each_and_together()
    {
        var missed = Assert.Single(Missed.Of([Search("サーバー", missed: 3), Search("サーバ", missed: 2)]));

        Assert.Equal((5, new Typed("サーバ", 2)), (missed.Times, Assert.Single(missed.Alike)));
    }

    [Fact]
    public void Found_and_passed_over_once_is_chance()
    {
        var missed = Missed.Of([Search("請求書", found: 3, opened: 2), Search("ランプ", found: 5, opened: 1), Search("同期", found: 2, opened: 2, inVain: 1)]);

        Assert.Equal(["ランプ", "同期"], missed.Select(m => m.Words).Order(StringComparer.Ordinal).Reverse().OrderByDescending(w => w == "ランプ"));
        Assert.Equal(4, missed[0].PassedOver);
    }

    [Theory]
    [InlineData("山田です。yamada@example.jp に届きません", "example.jp")]
    [InlineData("090-1234-5678 に電話してほしい", "1234")]
    [InlineData("注文番号 12345678 の返品", "12345678")]
    public void Nobody_is_kept_with_the_words(string searched, string gone) =>
        Assert.DoesNotContain(gone, HelpSearch.Keepable(searched)?.Words ?? "", StringComparison.Ordinal);

    [Theory]
    [InlineData("a")]
    [InlineData("12345")]
    [InlineData("!?")]
    public void What_nobody_could_write_about_is_not_kept(string searched) => Assert.Null(HelpSearch.Keepable(searched));

    [Fact]
    public void A_pasted_story_is_cut() => Assert.True(HelpSearch.Keepable(string.Concat(Enumerable.Repeat("長い言葉", 100)))!.Value.Words.Length <= HelpSearch.Longest + 1);

    private static HelpSearch Search(string words, int missed = 0, int found = 0, int opened = 0, int inVain = 0) => new()
    {
        Id = Id<HelpSearch>.New(), Folded = words, Words = words, Language = "ja", Missed = missed, Found = found, Opened = opened, InVain = inVain, FirstAt = Noon, LastAt = Noon,
    };
}
