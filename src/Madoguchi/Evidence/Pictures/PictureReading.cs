using Madoguchi.Cases.Attaching;
using Madoguchi.Evidence.Reading;

namespace Madoguchi.Evidence.Pictures;

/// <summary>What a picture says of itself, without a pixel being decoded.</summary>
public static class PictureReading
{
    // Where an iPhone's HEIC has its camera data.
    private const int Within = 1 << 20;

    public static EvidenceRead Read(string type, ReadOnlySpan<byte> picture)
    {
        var notes = new PictureNotes();
        switch (type)
        {
            case "image/jpeg":
                JpegParts.Read(picture, notes);
                break;
            case "image/png":
                PngParts.Read(picture, notes);
                break;
            case "image/webp":
                WebpParts.Read(picture, notes);
                break;
            case "image/heic" or "image/avif":
                // The boxes say where it is; the mark itself stands before it as well, and finding that follows no pointer.
                var head = picture[..Math.Min(picture.Length, Within)];
                if (head.IndexOf("Exif\0\0"u8) is >= 0 and var at)
                    notes.Take(head[(at + 6)..]);
                break;
        }

        var size = PictureSize.Of(type, picture[..Math.Min(picture.Length, PictureSize.Head)]);
        return new EvidenceRead(EvidenceRead.Picture, size is null && MediaType.IsPicture(type) ? true : null, size?.Width, size?.Height, notes.TakenAt, notes.Device, notes.Software, notes.HasPlace);
    }
}
