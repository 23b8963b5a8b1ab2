using System.Buffers.Binary;
using System.IO.Compression;

namespace Madoguchi.Setup.Demo;

/// <summary>A picture as a customer might send it: a screen with a title, lines of text and one thing that is wrong. Drawn, not photographed.</summary>
public static class Screenshot
{
    private const int Width = 360;
    private const int Height = 240;
    private static readonly uint[] Crcs = [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) == 1 ? 0xEDB88320 ^ (c >> 1) : c >> 1))];
    private static readonly (byte R, byte G, byte B)[] Wrong = [(0xAC, 0x3E, 0x00), (0xB7, 0x28, 0x28), (0xF0, 0x8A, 0x1E)];

    /// <param name="beside">What the device writes beside the picture (Exif), if anything.</param>
    public static byte[] Png(int look, byte[]? beside = null)
    {
        using var png = new MemoryStream();
        png.Write([0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n']);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), Height);
        (head[8], head[9]) = (8, 2); // eight bits, red green blue
        Chunk(png, "IHDR"u8, head);
        if (beside is not null)
            Chunk(png, "eXIf"u8, beside);
        Chunk(png, "IDAT"u8, Squeezed(look));
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static byte[] Squeezed(int look)
    {
        using var squeezed = new MemoryStream();
        using (var zlib = new ZLibStream(squeezed, CompressionLevel.SmallestSize))
        {
            for (var y = 0; y < Height; y++)
            {
                zlib.WriteByte(0);
                for (var x = 0; x < Width; x++)
                {
                    var (r, g, b) = Colour(x, y, look);
                    zlib.Write([r, g, b]);
                }
            }
        }

        return squeezed.ToArray();
    }

    private static (byte R, byte G, byte B) Colour(int x, int y, int look) => (x, y) switch
    {
        (_, < 36) => (0x1F, 0x3A, 0x4D),
        ( >= 40 and < 200, >= 76 and < 84) => (0xFF, 0xFF, 0xFF),
        ( >= 24 and < 336, >= 56 and < 104) => Wrong[look % Wrong.Length],
        ( >= 24, >= 124 and < 196) when y % 24 < 8 && x < 336 - (y * 7 + look * 31) % 120 => (0xC8, 0xCE, 0xD3),
        ( >= 236 and < 336, >= 204 and < 228) => (0x19, 0x7A, 0x4B),
        _ => (0xF7, 0xF8, 0xF8),
    };

    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> data)
    {
        byte[] body = [.. kind, .. data];
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(four, data.Length);
        png.Write(four);
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(four, ~body.Aggregate(uint.MaxValue, (crc, b) => Crcs[(crc ^ b) & 0xFF] ^ (crc >> 8)));
        png.Write(four);
    }
}
