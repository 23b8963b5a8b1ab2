using FsCheck;
using FsCheck.Fluent;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Shared;

public sealed class PlainTextTests
{
    [Fact]
    public void What_is_storable_can_be_cleaned()
    {
        var unit = Gen.OneOf(Gen.Choose(0, 0xFFFF), Gen.Choose(0xD7F0, 0xE010), Gen.Choose(0xFFF0, 0xFFFF)).Select(c => (char)c);
        var text = unit.ListOf().Select(units => new string([.. units])).ToArbitrary();

        Prop.ForAll(text, t => !PlainText.IsStorable(t) || PlainText.Clean(t).Length >= 0).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));
    }

    [Fact]
    public void Nul_halves_of_a_character_and_the_reversed_byte_order_mark_are_not_storable()
    {
        string[] bad = ["a\0b", "a\uD83D", "\uDE42a", "\uDE42\uD83D", "a\uFFFEb"];
        string[] good = ["", "窓口", "🙂", "が", "\uFFFF", "\uFEFFa"];

        Assert.All(bad, text => Assert.False(PlainText.IsStorable(text)));
        Assert.All(good, text => Assert.True(PlainText.IsStorable(text)));
    }

    [Fact]
    public void A_letter_with_ten_thousand_accents_is_not_sorted_for_seconds()
    {
        var tower = "a" + string.Concat(Enumerable.Repeat("\u0301\u0316", 5_000));

        var clean = PlainText.Clean(tower);

        Assert.All(clean.Split('\u034F'), part => Assert.InRange(part.Length, 1, 31));
        Assert.Equal(tower[1..].Order(), clean.Normalize(System.Text.NormalizationForm.FormD).Where(c => c is not ('a' or '\u034F')).Order());
        Assert.Equal(clean, PlainText.Clean(clean));
    }

    [Fact]
    public void Families_flags_and_dakuten_stay_as_they_are() =>
        Assert.Equal("👨‍👩‍👧‍👦🇯🇵がぎ" + string.Concat(Enumerable.Repeat("😀", 40)), PlainText.Clean("👨‍👩‍👧‍👦🇯🇵か\u3099き\u3099" + string.Concat(Enumerable.Repeat("😀", 40))));
}
