using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Madoguchi.Search;

namespace Madoguchi.Tests.Search;

public sealed class FoldedTests
{
    // Signs that shrink, grow, join and hide when they are folded.
    private static readonly string[] Awkward =
    [
        "請", "求", "森", "せ", "セ", "ｾ", "ﾊ", "ﾟ", "ﾞ", "か", "\u3099", "が", "ガ", "㍿", "㌔", "①", "Ａ", "a", "B", "ß", "é", "e", "\u0301", "１", "2", "９", " ", "　", "\n", "-", "・", "ー", "〇", "々",
        "𠮟", "葛", "\U000E0100", "\u200B", "\u00AD", "ﬁ", "İ", "Ω", "ж", "한", "각", "\u1100", "\u1161", "ก", "\u0E34", "👨‍👩‍👧", "🇯🇵", "゙", "ゟ", "ﷺ", "½", "…", "\u034F",
    ];

    private static readonly Arbitrary<(string Text, string Words)> TextAndWords =
        Gen.Elements(Awkward).ListOf().Where(all => all.Count > 1).SelectMany(all => Gen.Choose(0, all.Count - 1).SelectMany(from => Gen.Choose(1, Math.Min(4, all.Count - from))
            .Select(length => (string.Concat(all), string.Concat(all.Skip(from).Take(length)))))).ToArbitrary();

    [Theory]
    [InlineData("ｾｲｷｭｳ", "セイキュウ")]
    [InlineData("せいきゅう", "セイキュウ")]
    [InlineData("ＥＲＲ－４０４", "err-404")]
    [InlineData("ﾊﾟｰﾄ", "パート")]
    [InlineData("か\u3099", "ガ")]
    [InlineData("葛\U000E0100城", "葛城")]
    [InlineData("請\u200B求", "請求")]
    [InlineData("㍿", "株式会社")]
    public void Width_case_and_kana_are_one(string text, string folded) => Assert.Equal(folded, Folded.Of(text).Text);

    [Fact]
    public void Every_folded_sign_knows_where_it_came_from() =>
        Prop.ForAll(TextAndWords, t =>
        {
            var folded = Folded.Of(t.Text);
            var origins = Enumerable.Range(0, folded.Text.Length).Select(i => folded.Origin(i, 1)).ToList();
            return origins.All(o => o.Start >= 0 && o.Start < o.End && o.End <= t.Text.Length) && origins.Zip(origins.Skip(1)).All(p => p.First.Start <= p.Second.Start)
                && origins.DistinctBy(o => o.Start).All(o => Folded.Of(t.Text[o.Start..o.End]).Text == string.Concat(Enumerable.Range(0, folded.Text.Length).Where(i => origins[i].Start == o.Start).Select(i => folded.Text[i])));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    [Fact]
    public void What_is_marked_is_what_was_sought() =>
        Prop.ForAll(TextAndWords, t =>
        {
            var sought = Sought.Read(t.Words);
            if (sought.IsNothing || Snippet.Of(t.Text, sought) is not { } snippet)
                return true;
            var words = Folded.Of(t.Words).Text.Split(' ').Select(w => w.TrimStart(Marks)).Where(w => w.Length > 0).ToList();
            return snippet.Marks.Count > 0 && snippet.Marks.Zip(snippet.Marks.Skip(1)).All(p => p.First[0] + p.First[1] <= p.Second[0])
                && snippet.Marks.All(m => m[1] > 0 && m[0] + m[1] <= snippet.Text.Length && words.Any(w => IsPart(Folded.Of(snippet.Text.Substring(m[0], m[1])).Text, w)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    [Fact]
    public void Whatever_contains_the_words_has_all_their_pieces() =>
        Prop.ForAll(TextAndWords, t =>
        {
            var (sought, text) = (Sought.Read(t.Words), Folded.Of(t.Text).Text);
            var pieces = Pieces.Of(text).Split(' ').ToHashSet();
            return !sought.IsIn(text) || Folded.Of(t.Words).Text.Split(' ').SelectMany(w => Pieces.Sought(w.TrimStart(Marks))).All(p => p.IsBegin ? pieces.Any(x => x.StartsWith(p.Piece, StringComparison.Ordinal)) : pieces.Contains(p.Piece));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

    [Theory]
    [InlineData("請求", "請求 求")]
    [InlineData("森", "森")]
    [InlineData("森さんへ", "森サ サン ンヘ ヘ")]
    [InlineData("error404です", "error 404 デス ス")]
    public void Two_characters_are_a_piece_and_words_and_numbers_are_whole(string text, string pieces) => Assert.Equal(pieces, Pieces.Of(Folded.Of(text).Text));

    [Fact]
    public void A_long_text_is_cut_around_the_first_word_at_the_borders_of_characters()
    {
        var snippet = Snippet.Of(string.Concat(Enumerable.Repeat("👨‍👩‍👧", 50)) + "\n二重に請求\nされました。" + new string('あ', 500), Sought.Read("請求"));

        Assert.NotNull(snippet);
        Assert.StartsWith("…👨‍👩‍👧", snippet.Text, StringComparison.Ordinal);
        Assert.EndsWith("あ…", snippet.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', snippet.Text);
        Assert.Equal("請求", snippet.Text.Substring(snippet.Marks[0][0], snippet.Marks[0][1]));
    }

    [Fact]
    public void A_long_text_is_folded_in_no_time()
    {
        var text = string.Concat(Enumerable.Repeat("ﾊﾟｰﾄから請求\u0301\u0302 ", 2_000));

        Assert.Equal(text.Normalize(NormalizationForm.FormKC).Length, Folded.Of(text).Text.Length);
    }

    private static readonly char[] Marks = ['\u3099', '\u309A', '\u0301', '\u0E34', '\u034F'];

    // A mark covers whole signs of the original, which may fold to more than was sought; marks that touch are one.
    private static bool IsPart(string marked, string word) => marked.Contains(word, StringComparison.Ordinal) || word.Contains(marked, StringComparison.Ordinal);
}
