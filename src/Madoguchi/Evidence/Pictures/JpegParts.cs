using System.Buffers.Binary;

namespace Madoguchi.Evidence.Pictures;

/// <summary>A JPEG's segments (ITU T.81 annex B).</summary>
internal static class JpegParts
{
    private const byte Scan = 0xDA;
    private const byte End = 0xD9;

    /// <summary>Camera data and the editing record before the picture; what came after it is nobody's business.</summary>
    public static void Read(ReadOnlySpan<byte> jpeg, PictureNotes notes)
    {
        for (var at = 2; Next(jpeg, ref at) is var (marker, body) && marker is not (0 or Scan or End); at = body.End.Value)
        {
            var bytes = jpeg[body];
            if (marker == 0xE1 && bytes.StartsWith("Exif\0\0"u8))
                notes.Take(bytes[6..]);
            else if (marker == 0xE1 && bytes.StartsWith("http://ns.adobe.com/xap/"u8))
                notes.TakeXmp(bytes);
        }
    }

    public static bool Copy(ReadOnlySpan<byte> jpeg, Stream bare)
    {
        if (!jpeg.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return false;
        bare.Write(jpeg[..2]);
        var notes = new PictureNotes();
        Read(jpeg, notes);
        if (notes.Orientation > 1)
            bare.Write(Turned(notes.Orientation));

        var scanned = false;
        for (var at = 2; ;)
        {
            var (marker, body) = Next(jpeg, ref at);
            if (marker == End)
            {
                bare.Write([0xFF, End]);
                return scanned;
            }

            if (marker == 0)
                return scanned && at >= jpeg.Length; // cut off in the picture: what there is of it
            if (IsOfThePicture(marker, jpeg[body]))
            {
                bare.Write([0xFF, marker]);
                bare.Write(jpeg[(body.Start.Value - 2)..body.End.Value]);
            }

            at = body.End.Value;
            if (marker != Scan)
                continue;
            var end = at + Scanned(jpeg[at..]);
            bare.Write(jpeg[at..end]);
            (at, scanned) = (end, true);
        }
    }

    // Tables, frames, scans; and Adobe's note of how the colours are to be understood, which has a fixed length.
    private static bool IsOfThePicture(byte marker, ReadOnlySpan<byte> body) => marker switch
    {
        0xEE => body.StartsWith("Adobe"u8) && body.Length == 12,
        >= 0xE0 and <= 0xEF or 0xFE => false,
        0xC8 or >= 0xF0 => false,
        _ => true,
    };

    // The next marker that has a body, or the end; 0 when there is none or it is broken. Numbers between scans (restarts) have no body.
    private static (byte Marker, Range Body) Next(ReadOnlySpan<byte> jpeg, ref int at)
    {
        while (at + 1 < jpeg.Length && jpeg[at] == 0xFF && jpeg[at + 1] == 0xFF)
            at++;
        if (at + 2 > jpeg.Length || jpeg[at] != 0xFF)
            return (0, default);
        var marker = jpeg[at + 1];
        if (marker == End)
            return (End, default);
        if (marker < 0xC0 || marker is >= 0xD0 and <= 0xD8 || at + 4 > jpeg.Length)
            return (0, default);
        var length = BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
        return length < 2 || at + 2 + length > jpeg.Length ? ((byte)0, default) : (marker, (at + 4)..(at + 2 + length));
    }

    // Compressed picture: up to the next marker that is neither a stuffed byte nor a restart.
    private static int Scanned(ReadOnlySpan<byte> rest)
    {
        for (var at = 0; ;)
        {
            var next = rest[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= rest.Length)
                return rest.Length;
            at += next;
            if (rest[at + 1] is 0 or >= 0xD0 and <= 0xD7)
                at += 2;
            else if (rest[at + 1] == 0xFF)
                at++;
            else
                return at;
        }
    }

    // The smallest Exif there is: which way up.
    private static byte[] Turned(int orientation) =>
        [0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];
}
