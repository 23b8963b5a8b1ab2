using System.Buffers.Binary;

namespace Madoguchi.Cases.Attaching;

/// <summary>The segments before a JPEG's picture: its size, and whether the camera was held upright (Exif), as browsers honour it.</summary>
internal static class JpegHeader
{
    public static PictureSize? Size(ReadOnlySpan<byte> head)
    {
        var turned = false;
        for (var at = 2; at + 9 < head.Length;)
        {
            if (head[at] != 0xFF)
                return null;
            var marker = head[at + 1];
            if (marker is 0xFF) // padding
            {
                at++;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(head[(at + 2)..]);
            if (length < 2)
                return null;
            if (IsFrame(marker))
            {
                int height = BinaryPrimitives.ReadUInt16BigEndian(head[(at + 5)..]), width = BinaryPrimitives.ReadUInt16BigEndian(head[(at + 7)..]);
                return turned ? new(height, width) : new(width, height);
            }

            if (marker == 0xE1)
                turned |= IsTurned(head[(at + 4)..Math.Min(head.Length, at + 2 + length)]);
            at += 2 + length;
        }

        return null;
    }

    // SOF0 to SOF15, without the three markers among them that begin something else.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    // Exif orientation 5 to 8: width and height change places.
    private static bool IsTurned(ReadOnlySpan<byte> exif)
    {
        if (!exif.StartsWith("Exif\0\0"u8) || exif.Length < 14)
            return false;
        var tiff = exif[6..];
        var little = tiff[0] == 'I';
        var entries = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (entries > tiff.Length - 2)
            return false;
        var count = U16(tiff[(int)entries..], little);
        for (var (i, at) = (0, (int)entries + 2); i < count && at + 12 <= tiff.Length; i++, at += 12)
        {
            if (U16(tiff[at..], little) == 0x0112)
                return U16(tiff[(at + 8)..], little) is >= 5 and <= 8;
        }

        return false;
    }

    private static int U16(ReadOnlySpan<byte> at, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
}
