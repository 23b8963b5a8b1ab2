using System.Buffers;
using System.Text;

namespace Madoguchi.Cases.Attaching;

/// <summary>What a file is, by our own look at its first bytes; never by its name or by what was claimed.</summary>
public static class MediaType
{
    public const string Unknown = "application/octet-stream";
    public const string Text = "text/plain";

    /// <summary>Pictures that browsers draw without running anything. Nothing else is ever shown inside a page.</summary>
    public static bool IsPicture(string type) => type is "image/png" or "image/jpeg" or "image/gif" or "image/webp";

    public static string Of(ReadOnlySpan<byte> head) => head switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x1F, 0x8B, ..] => "application/gzip",
        [0x1A, 0x45, 0xDF, 0xA3, ..] => "video/webm",
        [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => "application/zip",
        _ when head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) => "image/gif",
        _ when head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..12].SequenceEqual("WEBP"u8) => "image/webp",
        _ when head.StartsWith("%PDF-"u8) => "application/pdf",
        _ when head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8) => Brand(head[8..12]),
        _ => IsText(head) ? Text : Unknown,
    };

    private static string Brand(ReadOnlySpan<byte> brand) => Encoding.Latin1.GetString(brand) switch
    {
        "heic" or "heix" or "hevc" or "mif1" or "msf1" => "image/heic",
        "avif" or "avis" => "image/avif",
        "qt  " => "video/quicktime",
        "M4A " or "M4B " => "audio/mp4",
        _ => "video/mp4",
    };

    // Markup is not called text: it must not be opened as what it claims to be, nor as anything else.
    private static bool IsText(ReadOnlySpan<byte> head)
    {
        head = head.StartsWith("\uFEFF"u8) ? head[3..] : head;
        head = head[..Math.Min(head.Length, 8192)];
        var first = head.TrimStart(" \t\r\n\f"u8);
        if (first.IsEmpty || first[0] == '<')
            return false;
        while (!head.IsEmpty)
        {
            switch (Rune.DecodeFromUtf8(head, out var sign, out var length))
            {
                case OperationStatus.NeedMoreData:
                    return true; // cut in mid-character by our own look
                case OperationStatus.Done when !Rune.IsControl(sign) || sign.Value is '\t' or '\n' or '\r' or '\f' or 0x1B or 0x85:
                    head = head[length..];
                    break;
                default:
                    return false;
            }
        }

        return true;
    }
}
