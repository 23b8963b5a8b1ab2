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
}
