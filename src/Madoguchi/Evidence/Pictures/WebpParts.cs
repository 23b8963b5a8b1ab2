using System.Buffers.Binary;

namespace Madoguchi.Evidence.Pictures;

/// <summary>A WebP's chunks (RIFF).</summary>
internal static class WebpParts
{
    private const int Start = 12;
    private const byte Profile = 0x20, Camera = 0x08, Record = 0x04; // what the head says comes along

    public static void Read(ReadOnlySpan<byte> webp, PictureNotes notes)
    {
        for (var at = Start; Chunk(webp, at) is { } body; at = After(body))
        {
            var bytes = webp[body];
            if (Is(webp, at, "EXIF"u8))
                notes.Take(bytes.StartsWith("Exif\0\0"u8) ? bytes[6..] : bytes);
            else if (Is(webp, at, "XMP "u8))
                notes.TakeXmp(bytes);
        }
    }

    public static bool Copy(ReadOnlySpan<byte> webp, MemoryStream bare)
    {
        if (webp.Length < Start + 8)
            return false;
        bare.Write(webp[..Start]);
        var drawn = false;
        for (var at = Start; Chunk(webp, at) is { } body; at = After(body))
        {
            var isHead = Is(webp, at, "VP8X"u8);
            var isPicture = Is(webp, at, "VP8 "u8) || Is(webp, at, "VP8L"u8) || Is(webp, at, "ANMF"u8);
            drawn |= isPicture;
            if (!isHead && !isPicture && !Is(webp, at, "ALPH"u8) && !Is(webp, at, "ANIM"u8))
                continue;
            var from = (int)bare.Position;
            bare.Write(webp[at..body.End.Value]);
            if (isHead && body.End.Value > body.Start.Value)
                bare.GetBuffer()[from + 8] &= unchecked((byte)~(Profile | Camera | Record));
            if (body.End.Value % 2 == 1)
                bare.WriteByte(0); // what stood there is not looked at
        }

        BinaryPrimitives.WriteUInt32LittleEndian(bare.GetBuffer().AsSpan(4), (uint)(bare.Length - 8));
        return drawn;
    }

    private static bool Is(ReadOnlySpan<byte> webp, int at, ReadOnlySpan<byte> kind) => webp.Slice(at, 4).SequenceEqual(kind);

    private static int After(Range body) => body.End.Value + body.End.Value % 2;

    private static Range? Chunk(ReadOnlySpan<byte> webp, int at)
    {
        if (at + 8 > webp.Length)
            return null;
        var length = BinaryPrimitives.ReadUInt32LittleEndian(webp[(at + 4)..]);
        return length > webp.Length - at - 8 ? null : (at + 8)..(at + 8 + (int)length);
    }
}
