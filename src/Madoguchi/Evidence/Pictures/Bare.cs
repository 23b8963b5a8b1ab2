namespace Madoguchi.Evidence.Pictures;

/// <summary>A picture without anything beside the picture: no camera, no place, no time, no thumbnail of what was cut off, nothing after its end.
/// Only known-good parts are copied, and no pixel is decoded: one walk over the bytes, whatever they claim.</summary>
public static class Bare
{
    /// <returns>Nothing when the walk finds what it does not understand: then there is no copy.</returns>
    public static byte[]? Of(string type, ReadOnlySpan<byte> picture)
    {
        var bare = new MemoryStream(picture.Length);
        return type switch
        {
            "image/jpeg" => JpegParts.Copy(picture, bare),
            "image/png" => PngParts.Copy(picture, bare),
            "image/webp" => WebpParts.Copy(picture, bare),
            "image/gif" => GifParts.Copy(picture, bare),
            _ => false,
        } ? bare.ToArray() : null;
    }
}
