using FsCheck;
using FsCheck.Fluent;
using Madoguchi.Customers;

namespace Madoguchi.Tests.Customers;

public sealed class CheckSignTests
{
    private static readonly CustomerNumber[] Samples = [.. Numbers(200)];

    [Fact]
    public void Every_single_wrong_sign_is_noticed()
    {
        var (tried, missed) = (0, new List<string>());
        foreach (var number in Samples)
            foreach (var place in Enumerable.Range(0, number.Value.Length))
                foreach (var sign in (Signs.All + "U").Where(sign => sign != number.Value[place]))
                {
                    tried++;
                    if (CustomerNumber.Read(With(number.Value, (place, sign))) != NumberReading.Mistyped)
                        missed.Add(With(number.Value, (place, sign)));
                }

        Assert.Empty(missed);
        Assert.InRange(tried, 50_000, int.MaxValue);
    }

    [Fact]
    public void Every_swap_of_any_two_signs_is_noticed()
    {
        var (tried, missed) = (0, new List<string>());
        foreach (var value in Samples.Select(number => number.Value))
            for (var left = 0; left < value.Length; left++)
                for (var right = left + 1; right < value.Length; right++)
                {
                    if (value[left] == value[right])
                        continue;

                    tried++;
                    var swapped = With(value, (left, value[right]), (right, value[left]));
                    if (CustomerNumber.Read(swapped) != NumberReading.Mistyped)
                        missed.Add(swapped);
                }

        Assert.Empty(missed);
        Assert.InRange(tried, 5_000, int.MaxValue);
    }

    // Every one of the shortest length, not only samples: the first that customers get, and most will ever have.
    [Fact]
    public void No_two_numbers_of_four_signs_differ_in_one_sign_only()
    {
        var checks = new bool[32];
        for (var payload = 0ul; payload < 1 << 20; payload += 32)
        {
            Array.Clear(checks);
            for (var last = 0ul; last < 32; last++)
                checks[Signs.All.IndexOf(CustomerNumber.Of(payload + last, 4).Value[4])] = true;
            Assert.DoesNotContain(false, checks);
        }
    }

    [Fact]
    public void A_zero_lost_or_added_in_front_is_noticed()
    {
        foreach (var length in Enumerable.Range(5, 8))
        {
            var withZero = CustomerNumber.Of(0x0B3CD, length).Value;
            Assert.StartsWith("0", withZero);
            Assert.NotEqual(NumberReading.Right, CustomerNumber.Read(withZero[1..]));
            Assert.NotEqual(NumberReading.Right, CustomerNumber.Read("0" + withZero));
        }
    }

    [Fact]
    public void A_right_number_with_any_one_change_is_never_another_right_number() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), Gen.Choose(0, 12).ToArbitrary(), Gen.Choose(1, 31).ToArbitrary(), (payload, place, shift) =>
        {
            var value = CustomerNumber.Of((ulong)payload, 7).Value;
            var changed = Signs.All[(Signs.All.IndexOf(value[place % 8]) + shift) % 32];
            return CustomerNumber.Read(With(value, (place % 8, changed))) == NumberReading.Mistyped;
        }).QuickCheckThrowOnFailure();

    // All the same, all different, and random ones, of every length.
    private static IEnumerable<CustomerNumber> Numbers(int random)
    {
        var chance = new System.Random(20261121);
        foreach (var length in Enumerable.Range(CustomerNumber.ShortestPayload, CustomerNumber.LongestPayload - CustomerNumber.ShortestPayload + 1))
        {
            yield return CustomerNumber.Of(0, length);
            yield return CustomerNumber.Of((1ul << (5 * length)) - 1, length);
            yield return CustomerNumber.Of(0x0123456789ABCDE & ((1ul << (5 * length)) - 1), length);
        }

        for (var i = 0; i < random; i++)
        {
            var length = CustomerNumber.ShortestPayload + (i % 9);
            yield return CustomerNumber.Of((ulong)chance.NextInt64(1L << (5 * length)), length);
        }
    }

    private static string With(string value, params ReadOnlySpan<(int Place, char Sign)> changes)
    {
        var signs = value.ToCharArray();
        foreach (var (place, sign) in changes)
            signs[place] = sign;
        return new(signs);
    }
}
