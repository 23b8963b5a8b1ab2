using Madoguchi.Cases.Asking;

namespace Madoguchi.Tests.Cases;

public sealed class AskedInTests
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Words =
        Synonyms.Keys.ToDictionary(k => k, Synonyms.Of, StringComparer.Ordinal);

    [Theory]
    [InlineData("シリアルナンバーを教えてください。", "serialNumber")]
    [InlineData("ｼﾘｱﾙ番号は何ですか？", "serialNumber")]
    [InlineData("本体裏の製造番号をお知らせいただけますでしょうか", "serialNumber")]
    [InlineData("ＯＳのバージョンと機種名をご記入ください", "osVersion,model")]
    [InlineData("以下を教えてください。\n・お名前\n・メールアドレス\n・エラーの内容", "name,email,errorText")]
    [InlineData("お手数ですが、お電話番号をいただけますか。", "phone")]
    [InlineData("ご住所とお電話番号を伺えればと存じます。", "address,phone")]
    [InlineData("これまでにお試しになったことはありますか", "tried")]
    [InlineData("What's your serial number?", "serialNumber")]
    [InlineData("Could you send us the error message and the OS version", "errorText,osVersion")]
    [InlineData("Please tell us:\n1. your e-mail address\n2. the serial number", "email,serialNumber")]
    [InlineData("We'll need your phone number.", "phone")]
    [InlineData("Which model is it?", "model")]
    public void A_question_is_heard_in_either_language(string draft, string keys) =>
        Assert.Equal(keys.Split(','), AskedIn.Keys(draft, Words));

    [Theory]
    [InlineData("シリアルナンバーは SN-1 と伺っております。")]
    [InlineData("シリアルナンバーをお知らせいただきありがとうございます。")]
    [InlineData("シリアルナンバーは不要です。少々お待ちください。")]
    [InlineData("エラーメッセージを確認いたしました。")]
    [InlineData("Thank you for sending us the serial number.")]
    [InlineData("We already have your serial number, no need to send it again.")]
    [InlineData("Please post the parcel; costs are ours.")]
    [InlineData("What is the name of the game?")]
    [InlineData("お調べします。シリアルナンバーは控えました。")]
    [InlineData("よろしいでしょうか。")]
    [InlineData("")]
    [InlineData("\n\n・\n?")]
    public void What_is_no_question_for_a_fact_stays_silent(string draft) =>
        Assert.Empty(AskedIn.Keys(draft, Words));

    [Fact]
    public void A_desks_own_words_are_heard_too() =>
        Assert.Equal(["licence"], AskedIn.Keys("ライセンス番号はお手元にございますか", new Dictionary<string, IReadOnlyList<string>> { ["licence"] = ["ライセンス番号"] }));

    [Fact]
    public void A_very_long_draft_costs_little()
    {
        var draft = string.Concat(Enumerable.Repeat("シリアルナンバーを教えてください。", 1_150));

        Assert.Equal(["serialNumber"], AskedIn.Keys(draft, Words));
    }

    [Fact]
    public void Every_synonym_finds_its_own_key() =>
        Assert.All(Words.SelectMany(w => w.Value.Select(word => (w.Key, word))), w => Assert.Equal(Words.Where(o => o.Value.Contains(w.word)).Select(o => o.Key), AskedIn.Keys(w.word + " ?", Words)));
}
