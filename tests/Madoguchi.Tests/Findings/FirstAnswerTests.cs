using Madoguchi.Findings.Answering;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Findings;

/// <summary>The first answer repeats what the customer saw, and denies nothing.</summary>
public sealed class FirstAnswerTests
{
    private const string Story = """
        お世話になっております。キャンペーンの最終日に登録した者です。
        昨日の23時41分に「登録が完了しました」と表示されました。ところが製品のページでは未登録のままです。
        特典はいただけるのでしょうか。よろしくお願いいたします。
        """;

    private const string English = "Hello, I hope you are well. At 11:41 pm the page said \"registration complete\". Then the product showed not registered! Can you please help me? Best regards, Kim";

    private static readonly DateTimeOffset At = new(2026, 11, 21, 15, 10, 0, TimeSpan.Zero);

    [Fact]
    public void What_was_seen_is_quoted_in_the_customers_own_words_and_courtesies_are_not()
    {
        Assert.Equal(["昨日の23時41分に「登録が完了しました」と表示されました。", "ところが製品のページでは未登録のままです。"], KeySentences.Of(Story, ["表示されました"]));
        Assert.Equal(["At 11:41 pm the page said \"registration complete\".", "Then the product showed not registered!"], KeySentences.Of(English, []));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("。。。\n\n", 0)]
    [InlineData("よろしくお願いします", 1)]
    [InlineData("動きません", 1)]
    public void Whatever_is_told_something_of_it_is_repeated(string story, int sentences) => Assert.Equal(sentences, KeySentences.Of(story, []).Count);

    [Fact]
    public void A_sentence_without_an_end_is_cut() => Assert.Equal(140, Assert.Single(KeySentences.Of($"23:41に{new string('あ', 5_000)}", [])).Length);

    [Fact]
    public void It_says_what_is_checked_and_by_when_and_that_nobody_has_looked_yet()
    {
        var text = FirstAnswer.Of(Ground(["capture.png", "mail.eml"], At.AddDays(-1)), Tongue.Japanese);

        foreach (var part in (string[])["山野 花子 様", "アカウント窓口です", "「昨日の23時41分に「登録が完了しました」と表示されました」", "コード ABCD-1234", "capture.png、mail.eml", "まだ確かめていません", "11月21日 0:10から11月22日 1:10までの製品の記録と、お送りいただいたもの", "11月22日 4:10までに"])
            Assert.Contains(part, text, StringComparison.Ordinal);
        Assert.DoesNotContain("でしょうか", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_log_and_evidence_it_promises_only_what_can_be_looked_at()
    {
        var text = FirstAnswer.Of(Ground([], null), Tongue.English);

        Assert.Contains("We have not checked this yet. We now look at the records that we have.", text, StringComparison.Ordinal);
        Assert.Contains("by 22 Nov 04:10 (Japan time)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("You sent us", text, StringComparison.Ordinal);
    }

    private static AnswerGround Ground(IReadOnlyList<string> given, DateTimeOffset? from) =>
        new("アカウント窓口", "山野 花子 様", Story, ["表示されました"], [("コード", "ABCD-1234")], given, from, from is null ? null : At.AddHours(1), At.AddHours(4));
}
