using Madoguchi.Voices.Quoting;
using Madoguchi.Voices.Warming;

namespace Madoguchi.Tests.Voices;

/// <summary>How hot it is said, and which of the customer's words say it best.</summary>
public sealed class WordsTests
{
    [Fact]
    public void A_remark_is_calm_trouble_is_warm_and_anger_is_hot_in_both_languages()
    {
        double[] ja = [Heat("色を変えられると嬉しいです。"), Heat("何度も止まって困っています。"), Heat("いい加減にしてください。最悪です。もう解約します!!")];
        double[] en = [Heat("A darker colour would be nice."), Heat("It stops again and again, please help."), Heat("This is unacceptable. I am furious and want a refund!!")];

        Assert.All([ja, en], heat => Assert.Equal(heat.Order(), heat));
        Assert.Equal((0, 0), (ja[0], en[0]));
        Assert.All([ja[2], en[2]], hottest => Assert.InRange(hottest, 0.5, 1));
        Assert.Equal(0, Heat("いつもお世話になっております。先日はありがとうございました。"));
    }

    [Fact]
    public void Each_part_only_ever_adds_and_all_of_them_make_no_more_than_1()
    {
        var calm = new Heard(["止まります。"]);

        Assert.All([calm with { Score = 1 }, calm with { Returns = 1 }, calm with { Days = 3 }, calm with { Words = ["止まります。", "止まります。"] }], r => Assert.True(Intensity.Of(r) > Intensity.Of(calm)));
        Assert.Equal(Intensity.Of(calm), Intensity.Of(calm with { Score = 5 }));
        Assert.Equal(1, Intensity.Of(new([.. Enumerable.Repeat("最悪、ひどい、返金、解約、損害、怒っています、至急!!", 40)], 1, 9, 90)));
    }

    [Fact]
    public void The_quote_is_the_sentence_that_tells_most_without_the_person()
    {
        string[] ja = ["いつもお世話になっております。山野と申します。\n保存を押すとエラー E-77 が出て、書いた原稿が全部消えてしまいました。電話は090-1234-5678です。よろしくお願いいたします。"];
        string[] en = ["Hello there. My name is Emma Clark. Emma Clark here: every time I press save it says E-77 and my text is lost. Kind regards"];

        Assert.Equal("保存を押すとエラー E-77 が出て、書いた原稿が全部消えてしまいました。", Quote.Best(ja, ["e-#", "エディター"], "山野 太郎"));
        Assert.Equal("[name] here: every time I press save it says E-77 and my text is lost.", Quote.Best(en, ["e-#", "editor"], "Emma Clark"));
        Assert.Null(Quote.Best(["よろしくお願いします。", ""], []));
        Assert.InRange(Quote.Best([new string('あ', 900)], [])!.Length, 1, Quote.Longest + 1);
    }

    private static double Heat(string words) => Intensity.Of(new([words]));
}
