using System.Buffers.Binary;

namespace Madoguchi.Cases.Attaching;

/// <summary>A picture's width and height, read from its header alone: nothing is decoded, and no more is read than the bytes at hand.</summary>
public readonly record struct PictureSize(int Width, int Height)
{
    /// <summary>Bytes from the start of a file within which a header is looked for.</summary>
    public const int Head = 128 * 1024;

    // More than any camera of today makes; a few bytes can claim far more than a browser could draw.
    private const int LongestSide = 30_000;
    private const long MostPixels = 120_000_000;

    /// <summary>Nothing when the header is not to be understood, or claims what nobody should draw: then it is a file and no picture.</summary>
    public static PictureSize? Of(string type, ReadOnlySpan<byte> head)
    {
        PictureSize? size = type switch
        {
            "image/png" => Png(head),
            "image/gif" => head.Length >= 10 ? new(U16(head[6..]), U16(head[8..])) : null,
            "image/webp" => Webp(head),
            "image/jpeg" => JpegHeader.Size(head),
            _ => null,
        };
        return size is { Width: > 0 and <= LongestSide, Height: > 0 and <= LongestSide } sane && (long)sane.Width * sane.Height <= MostPixels ? sane : null;
    }

    private static PictureSize? Png(ReadOnlySpan<byte> head) =>
        head.Length >= 24 && head[12..16].SequenceEqual("IHDR"u8) ? new(BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..])) : null;

    private static PictureSize? Webp(ReadOnlySpan<byte> head)
    {
        if (head.Length < 30)
            return null;
        var kind = head[12..16];
        if (kind.SequenceEqual("VP8X"u8))
            return new(1 + U24(head[24..]), 1 + U24(head[27..]));
        if (kind.SequenceEqual("VP8 "u8))
            return new(U16(head[26..]) & 0x3FFF, U16(head[28..]) & 0x3FFF);
        if (!kind.SequenceEqual("VP8L"u8) || head[20] != 0x2F)
            return null;
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(head[21..]);
        return new(1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
    }

    private static int U16(ReadOnlySpan<byte> at) => BinaryPrimitives.ReadUInt16LittleEndian(at);

    private static int U24(ReadOnlySpan<byte> at) => at[0] | (at[1] << 8) | (at[2] << 16);
}
