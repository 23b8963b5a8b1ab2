using Madoguchi.Customers;

namespace Madoguchi.Tests.Customers;

public sealed class Ff1Tests
{
    // NIST, FF1 samples 1, 4 and 7 (those without a tweak in base 10).
    [Theory]
    [InlineData("2B7E151628AED2A6ABF7158809CF4F3C", 2_433_477_484)]
    [InlineData("2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F", 2_830_668_132)]
    [InlineData("2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F7F036D6F04FC6A94", 6_657_667_009)]
    public void The_published_samples_come_out(string key, ulong expected)
    {
        using var ff1 = new Ff1(Convert.FromHexString(key), radix: 10);

        Assert.Equal(expected, ff1.Permute(0_123_456_789, length: 10));
    }

    [Theory]
    [InlineData(2, 4)]
    [InlineData(3, 5)]
    [InlineData(10, 5)]
    [InlineData(32, 3)]
    public void A_small_world_is_permuted_whole(uint radix, int length)
    {
        using var ff1 = new Ff1(new byte[16], radix);
        var world = (int)Math.Pow(radix, length);
        var images = Enumerable.Range(0, world).Select(number => ff1.Permute((ulong)number, length)).ToHashSet();

        Assert.Equal(world, images.Count);
        Assert.Equal((ulong)world - 1, images.Max());
    }

    [Fact]
    public void What_lies_outside_the_world_is_refused()
    {
        using var ff1 = new Ff1(new byte[16], radix: 32);

        Assert.Throws<ArgumentOutOfRangeException>(() => ff1.Permute(1ul << 20, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => ff1.Permute(0, 14));
    }
}
