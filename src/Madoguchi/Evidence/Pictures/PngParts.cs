using System.Buffers.Binary;
using System.Text;

namespace Madoguchi.Evidence.Pictures;

/// <summary>A PNG's chunks.</summary>
internal static class PngParts
{
    private const int Start = 8;

    // Of the picture itself, its colours and its movement. Profiles and texts are compressed: nothing is ever inflated here.
    private static readonly string[] OfThePicture = ["IHDR", "PLTE", "IDAT", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT"];

    public static void Read(ReadOnlySpan<byte> png, PictureNotes notes)
    {
        for (var at = Start; Chunk(png, at) is { } body && Kind(png, at) is not "IEND"; at = body.End.Value + 4)
        {
            var bytes = png[body];
            switch (Kind(png, at))
            {
                case "eXIf":
                    notes.Take(bytes);
                    break;
                case "tEXt" when bytes.IndexOf((byte)0) is > 0 and < 80 and var end:
                    notes.TakeText(Encoding.Latin1.GetString(bytes[..end]), Encoding.Latin1.GetString(bytes[(end + 1)..Math.Min(bytes.Length, end + 201)]));
                    break;
                case "iTXt" when bytes.StartsWith("XML:com.adobe.xmp\0\0"u8):
                    notes.TakeXmp(bytes);
                    break;
            }
        }
    }

    public static bool Copy(ReadOnlySpan<byte> png, Stream bare)
    {
        if (png.Length < Start || Kind(png, Start) is not "IHDR")
            return false;
        bare.Write(png[..Start]);
        var drawn = false;
        for (var at = Start; Chunk(png, at) is { } body; at = body.End.Value + 4)
        {
            var kind = Kind(png, at);
            drawn |= kind == "IDAT";
            if (kind == "IEND")
            {
                bare.Write([0, 0, 0, 0, .. "IEND"u8, 0xAE, 0x42, 0x60, 0x82]);
                return drawn;
            }

            if (OfThePicture.Contains(kind))
                bare.Write(png[at..(body.End.Value + 4)]);
        }

        return false; // cut off: browsers show nothing certain of it
    }

    private static string? Kind(ReadOnlySpan<byte> png, int at) => at + 8 <= png.Length ? Encoding.Latin1.GetString(png.Slice(at + 4, 4)) : null;

    private static Range? Chunk(ReadOnlySpan<byte> png, int at)
    {
        if (at + 12 > png.Length)
            return null;
        var length = BinaryPrimitives.ReadUInt32BigEndian(png[at..]);
        return length > png.Length - at - 12 ? null : (at + 8)..(at + 8 + (int)length);
    }
}
