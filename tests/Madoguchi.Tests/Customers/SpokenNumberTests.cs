using Madoguchi.Customers;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Customers;

public sealed class SpokenNumberTests
{
    [Fact]
    public void The_example_is_spoken_as_in_the_pictures()
    {
        var number = CustomerNumber.Parse("7K3MT");

        Assert.Equal(
            [new('7', "なな"), new('K', "キング"), new('3', "さん"), new('M', "マイク"), new('T', "テニス")],
            number.Spoken(Tongue.Japanese));
        Assert.Equal(["seven", "Kilo", "three", "Mike", "Tango"], number.Spoken(Tongue.English).Select(spoken => spoken.Word));
    }

    [Fact]
    public void Every_sign_has_a_word_of_its_own_in_both_languages()
    {
        foreach (var tongue in new[] { Tongue.Japanese, Tongue.English })
        {
            var words = Words(tongue);
            Assert.Equal(Signs.All.Order(), words.Keys.Order());
            Assert.Equal(32, words.Values.Distinct(StringComparer.OrdinalIgnoreCase).Count());
            Assert.DoesNotContain(words.Values, string.IsNullOrWhiteSpace);
        }
    }

    [Fact]
    public void An_English_word_begins_with_the_letter_that_it_stands_for() =>
        Assert.All(Words(Tongue.English).Where(word => char.IsLetter(word.Key)), word => Assert.Equal(word.Key, word.Value[0]));

    // Heard badly, the first two sounds are what is left.
    [Fact]
    public void No_two_Japanese_words_begin_with_the_same_two_sounds()
    {
        var beginnings = Words(Tongue.Japanese).Values.Select(word => word[..Math.Min(2, word.Length)]).ToList();

        Assert.Equal(32, beginnings.Count);
        Assert.Equal(beginnings.Count, beginnings.Distinct().Count());
    }

    private static Dictionary<char, string> Words(Tongue tongue) =>
        Enumerable.Range(0, 32)
            .SelectMany(sign => CustomerNumber.Of((ulong)sign, 4).Spoken(tongue))
            .DistinctBy(spoken => spoken.Sign)
            .ToDictionary(spoken => spoken.Sign, spoken => spoken.Word);
}
