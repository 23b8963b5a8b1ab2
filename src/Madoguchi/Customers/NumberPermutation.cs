namespace Madoguchi.Customers;

/// <summary>Turns a counter into customer numbers: never the same twice, because it is a permutation; the next not to be guessed,
/// because it is keyed. The key (16, 24 or 32 bytes) is the installation's own and must never change.</summary>
public sealed class NumberPermutation(byte[] key) : IDisposable
{
    private readonly Ff1 permutation = new(key, (uint)Signs.All.Length);

    /// <summary>0 … 32^4-1 give four signs and the check, the next 32^5 five and the check, and so on.</summary>
    public CustomerNumber Number(long counter)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(counter);

        var length = CustomerNumber.ShortestPayload;
        for (long size; (size = 1L << (5 * length)) <= counter; length++)
            counter -= size;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, CustomerNumber.LongestPayload, nameof(counter));

        return CustomerNumber.Of(permutation.Permute((ulong)counter, length), length);
    }

    public void Dispose() => permutation.Dispose();
}
