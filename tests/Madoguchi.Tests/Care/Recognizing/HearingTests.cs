using System.Globalization;
using Madoguchi.Care.Recognizing;
using Madoguchi.Cases.Wording;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Care.Recognizing;

/// <summary>How well abuse of a person is told from justified anger: sentences of our own, reckoned anew each time.</summary>
public sealed class HearingTests
{
    private static readonly string[] Files = ["heard.", "hard.", "again.", "untouched.", "held.", "told."];
    private static readonly string Guide = File.ReadAllText(Path.Combine(Repository.Root, "docs/care.md"));

    [Fact]
    public void The_figures_in_the_guide_are_those_of_the_code()
    {
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', Lines()));
        Assert.All(Lines(), line => Assert.Contains(line, Guide, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_miss_is_in_the_guide_and_nothing_else()
    {
        var misses = BuiltInPhrases.Languages.SelectMany(l => Files.SelectMany(f => Of(f + l))).Where(s => Folds(s) != s.IsAbuse).Select(s => $"- {(s.IsAbuse ? "not folded" : "folded")}: {s.Text}");

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', misses));
        Assert.Equal(misses, Guide.Split('\n').Where(l => l.StartsWith("- not folded: ", StringComparison.Ordinal) || l.StartsWith("- folded: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_corpora_are_large_enough_and_half_of_each_is_no_abuse()
    {
        foreach (var language in BuiltInPhrases.Languages)
        {
            var all = Files.SelectMany(f => Of(f + language)).ToList();
            Assert.True(all.Count >= 200 && all.DistinctBy(s => s.Text).Count() == all.Count && Of("held." + language).Count >= 60);
            Assert.Equal(all.Count, all.Count(s => s.IsAbuse) * 2);
        }
    }

    [Fact]
    public void Every_line_of_ours_could_be_written_in_the_settings()
    {
        var wrong = Enum.GetValues<CareKind>().SelectMany(k => BuiltInPhrases.Languages.SelectMany(l => BuiltInCare.Of(k, l))).Where(l => CareLine.Wrong(l) is not null).Select(l => $"{CareLine.Wrong(l)} {l}");

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("この無能ども、早く返金しろ。注文番号は4471です。画面が真っ暗なままです。", "早く返金しろ。注文番号は4471です。画面が真っ暗なままです。", 1)]
    [InlineData("You idiots. My order 5512 has not arrived. When will it come?", "My order 5512 has not arrived. When will it come?", 1)]
    [InlineData("You are a useless moron, where is my refund for order 5512?", "where is my refund for order 5512?", 1)]
    [InlineData("死ね。", "", 1)]
    [InlineData("返品したいです。\nお前は本当に無能だな。\n住所は変わっていません。", "返品したいです。\n住所は変わっていません。", 1)]
    [InlineData("ＹＯＵ　ＩＤＩＯＴ！ Please cancel it.", "Please cancel it.", 1)]
    public void What_they_want_stays_in_their_own_words(string said, string request, int hurts)
    {
        var heard = Hearing.Of(said, CareBook.BuiltIn);

        Assert.True(heard is { IsAbusive: true, AgainstThePerson: true });
        Assert.Equal((request, hurts), (heard.Request, heard.Hurts));
    }

    [Theory]
    [InlineData("ふざけるな、3回も同じことを聞かれた")]
    [InlineData("This is the fourth time, I am furious")]
    [InlineData("なんで届かないんだ!!! もう限界だ!!!")]
    public void Anger_about_the_matter_is_no_abuse_of_a_person(string said)
    {
        var heard = Hearing.Of(said, CareBook.BuiltIn);

        Assert.True(heard is { IsAbusive: false, AgainstThePerson: false, IsAngry: true });
        Assert.Equal(said, heard.Request);
    }

    [Fact]
    public void Many_calm_sentences_together_are_no_abuse()
    {
        var heaps = BuiltInPhrases.Languages.SelectMany(l => Files.Where(f => f is not ("held." or "told.")).SelectMany(f => Of(f + l)).Where(s => !s.IsAbuse && !Folds(s)).Chunk(12).Select(c => string.Join(l is "ja" ? "" : " ", c.Select(s => s.Text))));

        Assert.All(heaps, heap => Assert.False(Hearing.Of(heap, CareBook.BuiltIn) is { IsAbusive: true, AgainstThePerson: true },
            string.Join("\n", Explaining.Of(heap, CareBook.BuiltIn).Sentences.Where(s => s.Grounds.Any(g => g is { Part: Part.Counts, Weight: > 0 })).Select(s => $"{s.Text} {string.Join(", ", s.Grounds)}"))));
    }

    [Fact]
    public void Calm_words_are_calm_and_empty_ones_too() => Assert.All(["", "…", "注文の確認をお願いします。", "Where is my invoice?"], said => Assert.True(Hearing.Of(said, CareBook.BuiltIn).IsCalm));

    [Fact]
    public void The_longest_message_is_read_to_its_end()
    {
        var plain = string.Concat(Enumerable.Repeat("ルーターの電源を入れ直しましたが、変わりませんでした。It did not help. ", 200));

        Assert.False(Hearing.Of(plain, CareBook.BuiltIn).IsAbusive);
        Assert.Equal(1, Hearing.Of(plain + "お前は無能だ。", CareBook.BuiltIn).Hurts);
    }

    [Theory]
    [InlineData("you…(idiot|fool)", "idiot fool")]
    [InlineData("(お前|貴様)…無能", "オ前 貴様")]
    [InlineData("shut up", "shut")]
    [InlineData("(a|)b(c|d|)", "b")]
    public void A_phrase_has_something_that_must_stand_in_the_text(string phrase, string cores) => Assert.Equal(cores.Split(' ').Select(Folded.Plain), Cores.Of(phrase));

    [Theory]
    [InlineData("バーーーカ", "バカ")]
    [InlineData("オ前ハ 死 ネ ヨ。", "オ前ハ 死ネヨ。")]
    [InlineData("馬・鹿", "馬鹿")]
    [InlineData("死ネェ", "死ネ")]
    [InlineData("you stuuupid mo-ron", "you stupid moron")]
    [InlineData("k i l l yourself", "kill yourself")]
    [InlineData("1d10t", "idiot")]
    public void A_disguise_is_taken_off_for_a_second_reading(string folded, string bare) => Assert.Equal(bare, Undisguised.Of(folded)?.Text);

    [Theory]
    [InlineData("注文番号は 4471 です。")]
    [InlineData("plan a b or c, 4 k or 8 k?")]
    [InlineData("the mp3 of may 2026 at 10.30")]
    [InlineData("テーブルタップ")]
    public void What_is_no_disguise_is_left_alone(string folded) => Assert.Null(Undisguised.Of(folded));

    [Fact]
    public void What_is_found_in_disguise_is_shown_as_it_was_written()
    {
        var why = Explaining.Of("返品したいです。お前は バ カ か。", CareBook.BuiltIn);

        Assert.True(why is { Folded: true, AgainstThePerson: true, Request: "返品したいです。" });
        Assert.Contains(Assert.Single(why.Sentences).Grounds, g => g.Part is Part.Counts && g.Words.Contains("バ カ", StringComparison.Ordinal));
        Assert.Contains(Explaining.Of("店員に「馬鹿」と言われました。", CareBook.BuiltIn).Sentences.SelectMany(s => s.Grounds), g => g.Part is Part.Excused);
        Assert.Equal(3, Explaining.Of("You idiot.", CareBook.BuiltIn).Threshold);
        Assert.Empty(Explaining.Of("Where is my parcel?", CareBook.BuiltIn).Sentences);
    }

    [Fact]
    public void The_same_anger_ten_times_is_a_harangue_and_the_same_line_of_a_log_is_none()
    {
        var again = Hearing.Of(string.Concat(Enumerable.Repeat("いい加減にしろ。", 12)), CareBook.BuiltIn);

        Assert.True(again is { IsAbusive: true, AgainstThePerson: false, Hurts: 10 });
        Assert.Equal([CareKind.Persistence], again.Kinds);
        Assert.False(Hearing.Of(string.Concat(Enumerable.Repeat("error: connection lost\n", 40)), CareBook.BuiltIn).IsAbusive);
    }

    [Fact]
    public void A_house_writes_its_own_lines_and_threshold()
    {
        var book = new CareBook((kind, language) => (kind, language) == (CareKind.Insult, "en") ? ["2 (you|u)…nitwit"] : [], threshold: 4);

        Assert.Equal((2, false), (Hearing.Of("You nitwit.", book).Weight, Hearing.Of("You nitwit.", book).IsAbusive));
        Assert.True(Hearing.Of("You nitwit. And u are a nitwit, too.", book).IsAbusive);
        Assert.Equal("A weight is 1 to 9.", CareLine.Wrong("0 nitwit"));
    }

    private sealed record Sentence(string Text, bool IsAbuse);

    private static List<Sentence> Of(string file) =>
        [.. File.ReadAllLines(Path.Combine(Repository.Root, "tests/Madoguchi.Tests/Care/Recognizing", file + ".txt")).Select(l => new Sentence(l[5..], l.StartsWith("fold ", StringComparison.Ordinal)))];

    private static bool Folds(Sentence sentence) => Hearing.Of(sentence.Text, CareBook.BuiltIn).IsAbusive;

    private static string Figures(string what, List<Sentence> sentences)
    {
        var folded = sentences.Where(Folds).ToList();
        var (right, all) = (folded.Count(s => s.IsAbuse), sentences.Count(s => s.IsAbuse));
        return $"| {what} | {sentences.Count} | {Share(right, folded.Count)} | {Share(right, all)} |";
    }

    private static string Share(int part, int whole) => string.Create(CultureInfo.InvariantCulture, $"{part} of {whole} ({100.0 * part / whole:0.0} %)");

    private static IEnumerable<string> Lines() => BuiltInPhrases.Languages.SelectMany(l => new[] { Figures($"{Name(l)}, the lists were tuned on", Of("heard." + l)), Figures($"{Name(l)}, written to be hard", Of("hard." + l)), Figures($"{Name(l)}, written before the lists were widened", Of("again." + l)), Figures($"{Name(l)}, written after the lists were first widened", Of("untouched." + l)), Figures($"{Name(l)}, never tuned on", Of("held." + l)), Figures($"{Name(l)}, after what the press reports of, never tuned on", Of("told." + l)) });

    private static string Name(string language) => language == "ja" ? "Japanese" : "English";
}
