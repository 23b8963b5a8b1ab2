using Madoguchi.Cases.Attaching;
using Madoguchi.Evidence.Mails;
using Madoguchi.Evidence.Pictures;

namespace Madoguchi.Evidence.Reading;

/// <summary>What a file is and says, by our own look at its bytes; never by its name. Pages and documents are kept and not looked into.</summary>
public static class Readings
{
    /// <param name="type">What the first bytes say (<see cref="MediaType"/>).</param>
    /// <param name="bytes">All of a picture; of anything else the beginning.</param>
    public static EvidenceRead Read(string type, ReadOnlySpan<byte> bytes)
    {
        if (type.StartsWith("image/", StringComparison.Ordinal))
            return PictureReading.Read(type, bytes);
        if (type == "application/pdf")
            return new EvidenceRead(EvidenceRead.Pdf);
        if (type is not (MediaType.Text or MediaType.Unknown))
            return new EvidenceRead(EvidenceRead.File);
        var start = bytes[..Math.Min(bytes.Length, 4096)];
        if (IsPage(start))
            return new EvidenceRead(EvidenceRead.Page);
        return MailReading.Read(bytes) ?? new EvidenceRead(type != MediaType.Text ? EvidenceRead.File : IsTraffic(start) ? EvidenceRead.Traffic : EvidenceRead.Text);
    }

    private static bool IsPage(ReadOnlySpan<byte> start)
    {
        start = (start.StartsWith("\uFEFF"u8) ? start[3..] : start).TrimStart(" \t\r\n\f"u8);
        return start is [(byte)'<', ..] && System.Text.Encoding.Latin1.GetString(start) is var markup
            && (markup.Contains("<html", StringComparison.OrdinalIgnoreCase) || markup.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsTraffic(ReadOnlySpan<byte> start) =>
        start.TrimStart(" \t\r\n"u8) is [(byte)'{', ..] && start.IndexOf("\"log\""u8) >= 0 && start.IndexOf("\"creator\""u8) >= 0;
}
