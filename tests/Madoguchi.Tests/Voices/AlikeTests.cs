using Madoguchi.Shared;
using Madoguchi.Voices;
using Madoguchi.Voices.Likeness;

namespace Madoguchi.Tests.Voices;

/// <summary>Voices that say the same are found, in both languages, and others are not.</summary>
public sealed class AlikeTests
{
    private static readonly string[] Titles =
    [
        "保存ボタンを押すとアプリが落ちる", "暗い画面(ダークモード)がほしい", "請求書をPDFで受け取りたい", "返信が来るまでに三日かかる", "ログイン後に白い画面のまま進まない", "写真を送ると向きが変わる",
        "The app crashes when saving a draft", "Please add a dark mode", "Invoices should come as PDF", "It took three days to get an answer", "White screen after signing in", "Photos are rotated after upload",
    ];

    private static readonly IReadOnlyList<Sounding> Voices = [.. Titles.Select((t, i) => new Sounding(Id<Voice>.New(), t, i % 6 == 0 ? "エディター" : null, i == 0 ? "e-4711" : null))];

    [Theory]
    [InlineData("下書きを保存しようとするたびにアプリが落ちてしまいます。", 0)]
    [InlineData("夜に見るとまぶしいので、ダークモードを付けてほしいです。", 1)]
    [InlineData("経理に出すので、請求書はPDFでほしいです", 2)]
    [InlineData("お返事をいただくまでに三日かかりました。もっと早くお願いします。", 3)]
    [InlineData("ログインしたら画面が真っ白で、その先に進まない。", 4)]
    [InlineData("Every time I save my draft, the app crashes on me.", 6)]
    [InlineData("A dark mode would be easier on my eyes, can you add one?", 7)]
    [InlineData("I need the invoice as a PDF for accounting.", 8)]
    [InlineData("after sign-in I only get a white screen", 10)]
    [InlineData("all my uploaded photos end up rotated", 11)]
    public void The_voice_that_says_the_same_comes_first(string said, int which) =>
        Assert.Equal(Titles[which], new Alike(Voices).To(new(said), 3) is [var first, ..] ? first.Voice.Title : null);

    [Theory]
    [InlineData("昨日届いた荷物の箱がつぶれていました。")]
    [InlineData("営業時間を教えてください。")]
    [InlineData("Where can I change my delivery address?")]
    [InlineData("")]
    public void What_nobody_says_yet_is_like_none(string said) => Assert.DoesNotContain(new Alike(Voices).To(new(said), 3, Alike.WorthAsking), _ => true);

    [Fact]
    public void The_same_error_text_is_the_same_whatever_the_words_and_another_product_is_less_so()
    {
        var alike = new Alike(Voices);

        var same = Assert.Single(alike.To(new("なんか変です", "エディター", "e-4711"), 1));
        var elsewhere = Assert.Single(alike.To(new("なんか変です", "プリンター", "e-4711"), 1));

        Assert.Equal((1, true), (same.Likeness, same.SameError));
        Assert.True(elsewhere.Likeness < same.Likeness && elsewhere.Voice == same.Voice);
        Assert.Empty(new Alike([]).To(new("何か"), 3));
    }
}
