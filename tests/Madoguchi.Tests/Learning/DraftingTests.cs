using Madoguchi.Learning.Drafting;
using Madoguchi.Learning.Practising;
using Madoguchi.Setup.Authoring;

namespace Madoguchi.Tests.Learning;

/// <summary>What a draft leaves out, how a change is read, and how two answers are laid beside each other.</summary>
public sealed class DraftingTests
{
    [Theory]
    [InlineData("お世話になっております。〔お名前〕です。ルーターが再起動します。よろしくお願いいたします。", "ルーターが再起動します。")]
    [InlineData("〔お名前〕様\nお問い合わせいただきありがとうございます。\n\n設定の「電波」で自動を選びます。\nよろしくお願いいたします。", "設定の「電波」で自動を選びます。")]
    [InlineData("〔お名前〕様、お仕事中にご迷惑をおかけしています。設定の「更新」で「3.1に戻す」を選びます。", "設定の「更新」で「3.1に戻す」を選びます。")]
    [InlineData("ルーターが止まります。〔電話番号〕 までお願いします。", "ルーターが止まります。")]
    [InlineData("Hello,\nmy name is [name]. The app v3.2 crashes when I sync. Thank you in advance!\nKind regards,\n[name]", "The app v3.2 crashes when I sync.")]
    [InlineData("Hi [name], thanks for writing.\n1. Open the settings.\n2. Switch sync off.\nLet me know how it goes.", "1. Open the settings.\n2. Switch sync off.")]
    [InlineData("Yahoo!メールに届きません。よろしくお願いいたします。", "Yahoo!メールに届きません。")] // a sign within a word ends nothing
    [InlineData("ありがとうございます。", "ありがとうございます。")] // all that was said stays
    public void How_letters_begin_and_end_is_left_out(string said, string left) => Assert.Equal(left, Bare.Words(said));

    [Theory]
    [InlineData("お世話になっております。〔お名前〕です。ルーターが再起動をくり返します。困っています。", "ルーターが再起動をくり返します")]
    [InlineData("Hello. My app does not sync any more. Please help.", "My app does not sync any more")]
    [InlineData("こんにちは", null)]
    public void A_title_is_the_first_sentence_that_says_something(string said, string? title) => Assert.Equal(title, Bare.Title(said, 60));

    [Fact]
    public void A_change_is_read_within_its_line_and_what_is_the_same_is_folded()
    {
        var rows = WordDiff.Of("a\nb\nc\nd\n電源を抜いて、10秒待ちます。\n終わり", "a\nb\nc\nd\n電源を抜いて、30秒待ちます。\n終わり\n付け足し");

        Assert.Equal([' ', ' ', '~', ' ', '+'], rows.Select(r => r.Sign));
        Assert.Equal((3, 0), (rows[0].Folded, rows[1].Folded));
        Assert.Equal([(' ', "電源を抜いて、"), ('-', "10"), ('+', "30"), (' ', "秒待ちます。")], rows[2].Pieces.Select(p => (p.Sign, p.Text)));
        Assert.Equal(['-', '+'], WordDiff.Of("まったく別のこと", "xyz").Select(r => r.Sign));
        Assert.Empty(WordDiff.Of("", ""));
    }

    [Fact]
    public void Two_answers_stand_beside_each_other_by_what_they_speak_of()
    {
        var compared = Comparison.Of("ルーターの電源を抜いてください。ランプは何色ですか?", [new("said", "〔お名前〕様、ルーターを前の版に戻します。電源を入れ直してください。")]);

        Assert.Equal(["ルーター", "電源"], compared.Both);
        Assert.Equal((1, 0), (compared.Questions, compared.TheirQuestions));
        Assert.DoesNotContain(compared.OnlyTheirs, w => w.Contains("名前", StringComparison.Ordinal));
    }
}
