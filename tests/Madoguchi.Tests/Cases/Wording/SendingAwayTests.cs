using Madoguchi.Cases.Wording;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Cases.Wording;

public sealed class SendingAwayTests
{
    private static readonly string[] Files = ["replies.", "hard.", "fresh.", "untouched."];
    private static readonly string Guide = File.ReadAllText(Path.Combine(Repository.Root, "docs/wording.md"));

    [Fact]
    public void The_figures_in_the_guide_are_those_of_the_code()
    {
        Assert.All(Lines(), line => Assert.Contains(line, Guide, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_miss_is_in_the_guide_and_nothing_else()
    {
        var misses = All().Where(s => Corpus.Read(s.Text) is null == (s.Label == "away")).Select(s => $"- {(s.Label == "away" ? "let through" : "held back")}: {s.Text}").ToList();

        Assert.Equal(misses, Guide.Split('\n').Where(l => l.StartsWith("- let through: ", StringComparison.Ordinal) || l.StartsWith("- held back: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_corpora_are_large_enough_to_mean_something()
    {
        foreach (var language in BuiltInPhrases.Languages)
        {
            var replies = Corpus.Of("replies." + language);
            Assert.True(replies.Count >= 200 && replies.DistinctBy(s => s.Text).Count() == replies.Count);
            Assert.InRange(replies.Count(s => s.Label == "away"), replies.Count * 45 / 100, replies.Count * 55 / 100);
        }
    }

    [Theory]
    [InlineData("お支払いのことは、０１２０ー０００ー０００　へおかけ直しください。", "０１２０ー０００ー０００")]
    [InlineData("For payments, please call (0120) 000-000.", "please call")]
    [InlineData("ｶｽﾀﾏｰｾﾝﾀｰへおといあわせください。窓口は別です。", null)]
    [InlineData("CALL +1 (800) 555-0199 NOW", "+1 (800) 555-0199")]
    public void What_is_noticed_is_shown_as_it_was_written(string reply, string? word)
    {
        var noticed = Corpus.Read(reply);

        if (word is not null)
            Assert.Contains(word, noticed?.Words ?? []);
    }

    [Theory]
    [InlineData("注文番号 0123456789 です。")]
    [InlineData("2026-11-21 に 192.168.0.1 を開き、SN-0120-000-000 を見てください。")]
    [InlineData("Version 3.2.1, order 0800555019, build 2026.11.21, 0.1 % of 10 000 000")]
    [InlineData("")]
    [InlineData("…")]
    public void What_is_no_telephone_number_is_none(string reply) => Assert.Null(Corpus.Read(reply));

    [Theory]
    [InlineData("+81 3-5555-0100", "03 5555 0100")]
    [InlineData("+44 (0)20 7946 0100", "020 7946 0100")]
    [InlineData("０３（５５５５）０１００", "03-5555-0100")]
    public void A_number_is_the_same_however_it_is_written(string one, string other) =>
        Assert.True(Telephone.IsOneOf(Telephone.Digits(one), [Telephone.Digits(other)]));

    [Fact]
    public void Every_built_in_phrase_is_one_that_could_be_edited() =>
        Assert.All(Enum.GetValues<PhraseKind>().SelectMany(k => BuiltInPhrases.Languages.SelectMany(l => BuiltInPhrases.Of(k, l))), p => Assert.Null(Phrases.Wrong(p)));

    [Theory]
    [InlineData("(a|b")]
    [InlineData("a)")]
    [InlineData("…")]
    [InlineData("(|)")]
    [InlineData(" ")]
    [InlineData("a…b…c…d…e…f")]
    [InlineData("(a|)")]
    public void What_would_match_everything_or_nothing_is_no_phrase(string phrase) => Assert.NotNull(Phrases.Wrong(phrase));

    [Theory]
    [InlineData("担当(部署|課)へ…ください", "たんとう", false)]
    [InlineData("タントウへ…クダサイ", "たんとうへどうぞお電話ください", true)]
    [InlineData("call us", "We recall useful things", false)]
    [InlineData("call us", "CALL  US", true)]
    [InlineData("[a-z]+", "abc", false)]
    [InlineData("a.c", "abc", false)]
    public void A_phrase_is_meant_as_it_stands(string phrase, string text, bool isIn) =>
        Assert.Equal(isIn, Phrases.Of([phrase]).AreIn(Folded.Plain(text)));

    [Fact]
    public void The_longest_reply_is_read_in_a_blink()
    {
        var reply = string.Concat(Enumerable.Repeat("担当部署に確認のうえ0120へ0570へ、本日18時までに私からご連絡します ", 600));

        Assert.Null(Corpus.Read(reply[..20_000]));
    }

    private static IEnumerable<string> Lines() =>
    [
        .. BuiltInPhrases.Languages.SelectMany(l => new[]
        {
            Corpus.Figures($"{Name(l)}, written before the phrases", [.. Corpus.Of("replies." + l).Where(s => !s.Aside)]),
            Corpus.Figures($"{Name(l)}, of those kept aside at first", [.. Corpus.Of("replies." + l).Where(s => s.Aside)]),
            Corpus.Figures($"{Name(l)}, written to be hard", [.. Corpus.Of("hard." + l), .. Corpus.Of("fresh." + l)]),
            Corpus.Figures($"{Name(l)}, written last and never tuned on", Corpus.Of("untouched." + l)),
        }),
    ];

    private static IEnumerable<Corpus.Sentence> All() => BuiltInPhrases.Languages.SelectMany(l => Files.SelectMany(f => Corpus.Of(f + l)));

    private static string Name(string language) => language == "ja" ? "Japanese" : "English";
}
