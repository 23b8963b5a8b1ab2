using System.Globalization;
using Madoguchi.Evidence.Reading;

namespace Madoguchi.Evidence.Pictures;

/// <summary>What stands beside a picture, gathered from wherever its format keeps it; the first word on each counts.</summary>
internal sealed class PictureNotes
{
    // Cameras write a few thousand bytes. What is larger is mostly a thumbnail or a maker's own notes, which are not looked at.
    private const int MostExif = 1 << 18;

    private static readonly string[] Times = ["R", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    public string? TakenAt { get; private set; }

    public string? Device { get; private set; }

    public string? Software { get; private set; }

    public bool HasPlace { get; private set; }

    public int Orientation { get; private set; } = 1;

    public void Take(ReadOnlySpan<byte> tiff)
    {
        if (Exif.Read(tiff[..Math.Min(tiff.Length, MostExif)]) is not { } exif)
            return;
        TakenAt ??= exif.TakenAt;
        Device ??= exif.Device;
        Software ??= exif.Software;
        HasPlace |= exif.HasPlace;
        Orientation = Orientation == 1 ? exif.Orientation : Orientation;
    }

    /// <summary>XML is not parsed, only looked at for a place.</summary>
    public void TakeXmp(ReadOnlySpan<byte> xmp) => HasPlace |= xmp.IndexOf("GPSLatitude"u8) >= 0;

    public void TakeText(string keyword, string text)
    {
        if (keyword == "Software")
            Software ??= OneLine.Clean(text, 200);
        else if (keyword == "Creation Time" && DateTimeOffset.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            TakenAt ??= at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }
}
