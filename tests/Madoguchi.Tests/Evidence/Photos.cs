using System.Buffers.Binary;
using System.Text;

namespace Madoguchi.Tests.Evidence;

/// <summary>Pictures as telephones make them: a real frame, and beside it when, with what, and where.</summary>
internal static class Photos
{
    public const string Place = "GPS-was-here";
    public const string Taken = "2026:11:21 23:41:07";

    /// <summary>Maker, model, software, time with offset, place, and a comment; then tables, frame, scan, end, and something after the end.</summary>
    public static byte[] Jpeg(byte orientation = 6, bool place = true) =>
    [
        0xFF, 0xD8, .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]), .. Segment(0xE1, [.. "Exif\0\0"u8, .. Tiff(orientation, place)]),
        .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Encoding.ASCII.GetBytes($"<x:xmpmeta>{Place}</x:xmpmeta>")]), .. Segment(0xFE, "a comment by somebody"u8),
        .. Segment(0xDB, new byte[65]), .. Segment(0xC0, [8, 0, 40, 0, 60, 1, 1, 0x11, 0]), .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 1, 2, 0xFF, 0, 3, 0xFF, 0xD0, 4, 0xFF, 0xD9, .. "after the end"u8,
    ];

    public static byte[] Png() =>
    [
        0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", [0, 0, 0, 60, 0, 0, 0, 40, 8, 2, 0, 0, 0]), .. Chunk("tEXt", "Software\0Painter 3"u8), .. Chunk("eXIf", Tiff(1, true)), .. Chunk("iTXt", Encoding.ASCII.GetBytes("Comment\0\0\0\0\0" + Place)),
        .. Chunk("tIME", [7, 234, 11, 21, 23, 41, 7]), .. Chunk("IDAT", [1, 2, 3, 4]), .. Chunk("IEND", []), .. "after the end"u8,
    ];

    public static byte[] Webp()
    {
        byte[] body = [.. "WEBP"u8, .. Riff("VP8X", [0x2C, 0, 0, 0, 59, 0, 0, 39, 0, 0]), .. Riff("VP8 ", [1, 2, 3, 4, 5]), .. Riff("EXIF", Tiff(1, true)), .. Riff("XMP ", Encoding.ASCII.GetBytes(Place))];
        return [.. "RIFF"u8, .. Little(body.Length), .. body];
    }

    public static byte[] Gif() =>
    [
        .. "GIF89a"u8, 60, 0, 40, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x21, 0xFE, 5, .. "hello"u8, 0, 0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0, 0x21, 0xFF, 11, .. "XMP DataXMP"u8, 3, .. "abc"u8, 0,
        0x21, 0xF9, 4, 0, 10, 0, 0, 0, 0x2C, 0, 0, 0, 0, 60, 0, 40, 0, 0, 2, 2, 0x44, 1, 0, 0x3B, .. "after the end"u8,
    ];

    /// <summary>A directory of texts, one of the shot, one of the place, in this order, all big end first.</summary>
    public static byte[] Tiff(byte orientation, bool place)
    {
        var (texts, at) = (new MemoryStream(), 8 + 2 + 6 * 12 + 4);
        var shotAt = at;
        at += 2 + 2 * 12 + 4;
        var placeAt = at;
        at += 2 + 12 + 4;
        byte[] shot = [0, 2, .. Text(0x9003, Taken), .. Text(0x9011, "+09:00"), 0, 0, 0, 0];
        byte[] where = [0, 1, .. Field(0x0002, 5, 3, Big(at)), 0, 0, 0, 0];
        byte[] main =
        [
            0, 6, .. Text(0x010F, "Apple"), .. Text(0x0110, "iPhone 15"), .. Field(0x0112, 3, 1, [0, orientation, 0, 0]), .. Text(0x0131, "18.1\u202E"), .. Field(0x8769, 4, 1, Big(shotAt)),
            .. Field(place ? 0x8825 : 0x8826, 4, 1, Big(placeAt)), 0, 0, 0, 0,
        ];
        return [.. "MM"u8, 0, 42, 0, 0, 0, 8, .. main, .. shot, .. where, .. texts.ToArray(), .. Encoding.ASCII.GetBytes(Place)];

        byte[] Text(int tag, string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text + "\0");
            var field = Field(tag, 2, bytes.Length, Big(at + (int)texts.Length));
            texts.Write(bytes);
            return field;
        }
    }

    private static byte[] Field(int tag, int type, int count, byte[] value) => [(byte)(tag >> 8), (byte)tag, 0, (byte)type, .. Big(count), .. value];

    private static byte[] Segment(byte marker, ReadOnlySpan<byte> body) => [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    private static byte[] Chunk(string kind, ReadOnlySpan<byte> body) => [.. Big(body.Length), .. Encoding.ASCII.GetBytes(kind), .. body, 0, 0, 0, 0];

    private static byte[] Riff(string kind, ReadOnlySpan<byte> body) => [.. Encoding.ASCII.GetBytes(kind), .. Little(body.Length), .. body, .. new byte[body.Length % 2]];

    private static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Little(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}
