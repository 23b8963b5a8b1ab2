using Madoguchi.Customers;

namespace Madoguchi.Tests.Customers;

public sealed class NumberPermutationTests : IDisposable
{
    private const long Length4 = 1L << 20;
    private const long Length5 = 1L << 25;
    private static readonly byte[] Key = Convert.FromHexString("2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F7F036D6F04FC6A94");
    private readonly NumberPermutation permutation = new(Key);

    public void Dispose() => permutation.Dispose();

    // Four characters of 0-9 and A-Z, "about 1.68 million": the sum of the story's author, and so the first test.
    [Fact]
    public void As_many_numbers_as_the_author_reckoned_are_all_different_and_all_read_back()
    {
        const int authorsSum = 36 * 36 * 36 * 36;
        var seen = new HashSet<CustomerNumber>(authorsSum);
        for (var counter = 0L; counter < authorsSum; counter++)
        {
            var number = permutation.Number(counter);
            if (CustomerNumber.Read(number.Value, out var read) != NumberReading.Right || read != number || !seen.Add(number))
                Assert.Fail($"{counter} gave {number}");
        }

        Assert.Equal(1_679_616, seen.Count);
        Assert.Equal(Length4, seen.Count(number => number.Value.Length == 5));
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(Length4 - 1, 5)]
    [InlineData(Length4, 6)]
    [InlineData(Length4 + Length5 - 1, 6)]
    [InlineData(Length4 + Length5, 7)]
    [InlineData(Length4 + Length5 + (1L << 30), 8)]
    public void A_number_grows_by_one_sign_when_a_length_is_full(long counter, int signs) =>
        Assert.Equal(signs, permutation.Number(counter).Value.Length);

    [Fact]
    public void Every_length_up_to_the_longest_is_reached_and_reads_back()
    {
        var (counter, lengths) = (0L, new List<int>());
        for (var payload = CustomerNumber.ShortestPayload; payload <= CustomerNumber.LongestPayload; counter += 1L << (5 * payload++))
        {
            var number = permutation.Number(counter + 1);
            Assert.Equal(NumberReading.Right, CustomerNumber.Read(number.Printed, out var read));
            Assert.Equal(number, read);
            lengths.Add(number.Value.Length);
        }

        Assert.Equal([5, 6, 7, 8, 9, 10, 11, 12, 13], lengths);
        Assert.Equal(13, permutation.Number(counter - 1).Value.Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => permutation.Number(counter));
        Assert.Throws<ArgumentOutOfRangeException>(() => permutation.Number(long.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => permutation.Number(-1));
    }

    [Fact]
    public void The_next_number_looks_nothing_like_this_one()
    {
        const int pairs = 50_000;
        var (differing, steps) = (0L, new Dictionary<(long, long), int>());
        for (var counter = 0; counter < pairs; counter++)
        {
            var (here, next) = (permutation.Number(counter).Value, permutation.Number(counter + 1).Value);
            differing += Enumerable.Range(0, 4).Count(i => here[i] != next[i]);
            foreach (var step in new[] { (0L, Payload(next) ^ Payload(here)), (1L, (Payload(next) - Payload(here)) & (Length4 - 1)) })
                steps[step] = steps.GetValueOrDefault(step) + 1;
        }

        // By pure chance 31 of 32 signs differ, and among a million steps none comes up more than a few times in 50,000.
        Assert.InRange((double)differing / pairs, 3.85, 3.9);
        Assert.InRange(steps.Values.Max(), 1, 6);
    }

    [Fact]
    public void Every_sign_comes_up_evenly_at_every_place()
    {
        const int numbers = 64_000;
        var counts = new int[5, 32];
        for (var counter = 0; counter < numbers; counter++)
        {
            var number = permutation.Number(counter).Value;
            for (var place = 0; place < 5; place++)
                counts[place, Signs.All.IndexOf(number[place])]++;
        }

        Assert.All(counts.Cast<int>(), count => Assert.InRange(count, 1_750, 2_250));
    }

    [Fact]
    public void Another_key_gives_other_numbers_and_the_same_key_the_same()
    {
        using var same = new NumberPermutation(Key);
        using var other = new NumberPermutation([.. Key.Reverse()]);
        var counters = Enumerable.Range(0, 1_000).ToList();

        Assert.All(counters, counter => Assert.Equal(permutation.Number(counter), same.Number(counter)));
        Assert.InRange(counters.Count(counter => permutation.Number(counter) == other.Number(counter)), 0, 3);
    }

    [Fact]
    public void Many_threads_may_share_one_permutation()
    {
        var alone = Enumerable.Range(0, 20_000).Select(counter => permutation.Number(counter)).ToList();
        var together = Enumerable.Range(0, 20_000).AsParallel().AsOrdered().Select(counter => permutation.Number(counter)).ToList();

        Assert.Equal(alone, together);
    }

    private static long Payload(string number) => number[..4].Aggregate(0L, (sum, sign) => (sum << 5) | (uint)Signs.All.IndexOf(sign));
}
