using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Madoguchi.Customers;

/// <summary>FF1 of NIST SP 800-38G, without a tweak: a keyed permutation of the numbers of <c>length</c> digits in base <c>radix</c>.
/// The standard's own, so that nobody has to trust a cipher of ours; its published samples are our tests.</summary>
public sealed class Ff1 : IDisposable
{
    private const int Rounds = 10;
    private readonly uint radix;
    private readonly Aes aes;
    private readonly ICryptoTransform encryptor;
    private readonly Lock taken = new(); // one cipher context and its blocks: a fresh one for every call costs many times as much
    private readonly byte[] opening = new byte[16];
    private readonly byte[] block = new byte[16];
    private readonly byte[] sealedBlock = new byte[16];

    public Ff1(byte[] key, uint radix)
    {
        this.radix = radix;
        aes = Aes.Create();
        aes.Mode = CipherMode.ECB; // FF1 builds its own chain from single blocks
        aes.Padding = PaddingMode.None;
        aes.Key = key;
        encryptor = aes.CreateEncryptor();
    }

    public ulong Permute(ulong number, int length)
    {
        var (u, v) = (length / 2, length - (length / 2));
        var (lowerSize, upperSize) = (Power(v), Power(u));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lowerSize, 1ul << 32, nameof(length)); // then a half is four bytes, a round's sum eight
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number / lowerSize, upperSize, nameof(number));

        var (a, b) = (number / lowerSize, number % lowerSize);
        var bytes = ((int)Math.Ceiling(v * Math.Log2(radix)) + 7) / 8;
        lock (taken)
        {
            Open(length, u);
            for (var round = 0; round < Rounds; round++)
            {
                var size = round % 2 == 0 ? upperSize : lowerSize;
                (a, b) = (b, (a + (Y(round, b, bytes) % size)) % size);
            }
        }

        return (a * lowerSize) + b;
    }

    public void Dispose()
    {
        encryptor.Dispose();
        aes.Dispose();
    }

    // Step 5, P: version, method, addition, radix, rounds, u, n, length of the tweak; then the first link of the chain.
    private void Open(int length, int u)
    {
        Span<byte> p = block;
        BinaryPrimitives.WriteUInt32BigEndian(p, 0x01_02_01_00);
        BinaryPrimitives.WriteUInt32BigEndian(p[3..], radix << 8);
        (p[6], p[7]) = (Rounds, (byte)u);
        BinaryPrimitives.WriteInt32BigEndian(p[8..], length);
        BinaryPrimitives.WriteInt32BigEndian(p[12..], 0);
        encryptor.TransformBlock(block, 0, 16, opening, 0);
    }

    // Step 6, i to iv: Q is zeros, the round and the half as `bytes` bytes; S is eight bytes for halves of up to four.
    private ulong Y(int round, ulong half, int bytes)
    {
        opening.CopyTo(block, 0);
        block[15 - bytes] ^= (byte)round;
        for (var i = 15; i > 15 - bytes; i--, half >>= 8)
            block[i] ^= (byte)half;
        encryptor.TransformBlock(block, 0, 16, sealedBlock, 0);
        return BinaryPrimitives.ReadUInt64BigEndian(sealedBlock);
    }

    private ulong Power(int digits)
    {
        var power = 1ul;
        while (digits-- > 0)
            power = checked(power * radix);
        return power;
    }
}
