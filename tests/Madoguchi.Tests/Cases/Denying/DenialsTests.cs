using System.Globalization;
using Madoguchi.Cases.Denying;
using Madoguchi.Cases.Wording;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Cases.Denying;

/// <summary>How well a "no" is recognised: sentences that were written down before the phrases, reckoned anew each time.</summary>
public sealed class DenialsTests
{
    private static readonly string[] Files = ["denials.", "hard.", "untouched."];
    private static readonly string Guide = File.ReadAllText(Path.Combine(Repository.Root, "docs/denials.md"));

    [Fact]
    public void The_figures_in_the_guide_are_those_of_the_code() => Assert.All(Lines(), line => Assert.Contains(line, Guide, StringComparison.Ordinal));

    [Fact]
    public void Every_miss_is_in_the_guide_and_nothing_else()
    {
        var misses = BuiltInPhrases.Languages.SelectMany(l => Files.SelectMany(f => Of(f + l))).Where(s => Declines(s) != s.SaysNo).Select(s => $"- {(s.SaysNo ? "let through" : "held back")}: {s.Text}");

        Assert.Equal(misses, Guide.Split('\n').Where(l => l.StartsWith("- let through: ", StringComparison.Ordinal) || l.StartsWith("- held back: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_corpora_are_large_enough_to_mean_something()
    {
        foreach (var language in BuiltInPhrases.Languages)
        {
            var (all, untouched) = (Of("denials." + language), Of("untouched." + language));
            Assert.True(all.Count >= 200 && untouched.Count >= 40 && all.Concat(untouched).DistinctBy(s => s.Text).Count() == all.Count + untouched.Count);
            Assert.InRange(all.Count(s => s.SaysNo), all.Count * 45 / 100, all.Count * 55 / 100);
        }
    }

    [Theory]
    [InlineData("Denied. We are sorry.", true)]
    [InlineData("お調べしました。ご登録の事実がございません。", true)]
    [InlineData("まだ確認できておりませんが、仕様上ありえません。", true)]
    [InlineData("仕様上ありえないと案内されたとのこと、失礼いたしました。", false)]
    [InlineData("ソノヨウナコトハｱﾘｴﾏｾﾝ", true)]
    [InlineData("WE CAN’T REFUND YOU", true)]
    [InlineData("", false)]
    [InlineData("…", false)]
    public void A_denial_is_one_wherever_it_stands(string reply, bool saysNo) => Assert.Equal(saysNo, Denials.In(reply, Wordbook.BuiltIn).Count > 0);

    [Theory]
    [InlineData("登録完了と表示されたのに、特典がありません。", true)]
    [InlineData("確認コードが届いたのに、ロックと言われます。", true)]
    [InlineData("お金を払ったのに使えません。", true)]
    [InlineData("昨日の夜に登録しました。", true)]
    [InlineData("完了画面の写真があります。", true)]
    [InlineData("It said complete, and then it was gone.", true)]
    [InlineData("I paid on Friday.", true)]
    [InlineData("My card was charged twice.", true)]
    [InlineData("The page showed a green tick.", true)]
    [InlineData("登録の仕方を教えてください。", false)]
    [InlineData("サインインできません。", false)]
    [InlineData("特典の条件は何ですか。", false)]
    [InlineData("How do I register?", false)]
    [InlineData("I would like a refund.", false)]
    [InlineData("Is there a reward without registration?", false)]
    public void Who_says_that_something_happened_disputes(string told, bool happened) => Assert.Equal(happened, Denials.Happened(told, Wordbook.BuiltIn).Count > 0);

    [Fact]
    public void The_longest_reply_is_read_to_its_end()
    {
        var harmless = string.Concat(Enumerable.Repeat("いまお調べしておりますので、もう少しお待ちください。We are looking into it and will write by six. ", 200));

        Assert.Empty(Denials.In(harmless, Wordbook.BuiltIn));
        Assert.Single(Denials.In(harmless + "仕様上ありえません。", Wordbook.BuiltIn));
    }

    private sealed record Sentence(string Text, bool SaysNo, bool Aside);

    private static IReadOnlyList<Sentence> Of(string file) =>
    [
        .. File.ReadAllLines(Path.Combine(Repository.Root, "tests/Madoguchi.Tests/Cases/Denying", file + ".txt")).Select((l, i) => new Sentence(l[3..], l.StartsWith("no ", StringComparison.Ordinal), i % 3 == 2)),
    ];

    private static bool Declines(Sentence sentence) => Denials.In(sentence.Text, Wordbook.BuiltIn).Count > 0;

    private static string Figures(string what, IReadOnlyCollection<Sentence> sentences)
    {
        var held = sentences.Where(Declines).ToList();
        var (right, all) = (held.Count(s => s.SaysNo), sentences.Count(s => s.SaysNo));
        return $"| {what} | {sentences.Count} | {Share(right, held.Count)} | {Share(right, all)} |";
    }

    private static string Share(int part, int whole) => string.Create(CultureInfo.InvariantCulture, $"{part} of {whole} ({100.0 * part / whole:0.0} %)");

    private static IEnumerable<string> Lines() => BuiltInPhrases.Languages.SelectMany(l => new[]
    {
        Figures($"{Name(l)}, written before the phrases", [.. Of("denials." + l).Where(s => !s.Aside)]),
        Figures($"{Name(l)}, of those kept aside at first", [.. Of("denials." + l).Where(s => s.Aside)]),
        Figures($"{Name(l)}, written to be hard", Of("hard." + l)),
        Figures($"{Name(l)}, never tuned on", Of("untouched." + l)),
    });

    private static string Name(string language) => language == "ja" ? "Japanese" : "English";
}
