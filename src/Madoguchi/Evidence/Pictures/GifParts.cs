namespace Madoguchi.Evidence.Pictures;

/// <summary>A GIF's blocks: frames and their timing, and no comments or application data but the one that lets it go round.</summary>
internal static class GifParts
{
    public static bool Copy(ReadOnlySpan<byte> gif, Stream bare)
    {
        if (gif.Length < 13)
            return false;
        var at = 13 + Colours(gif[10]);
        if (at > gif.Length)
            return false;
        bare.Write(gif[..at]);
        for (var drawn = false; at < gif.Length;)
        {
            switch (gif[at])
            {
                case 0x3B:
                    bare.WriteByte(0x3B);
                    return drawn;
                case 0x21 when at + 2 < gif.Length && Blocks(gif, at + 2) is { } end:
                    if (gif[at + 1] == 0xF9 || (gif[at + 1] == 0xFF && gif[(at + 3)..].StartsWith("NETSCAPE2.0"u8) && end - at == 19))
                        bare.Write(gif[at..end]);
                    at = end;
                    break;
                case 0x2C when at + 10 < gif.Length && Blocks(gif, at + 11 + Colours(gif[at + 9])) is { } end:
                    bare.Write(gif[at..end]);
                    (at, drawn) = (end, true);
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    private static int Colours(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    // Past the last of a row of blocks, each with its length before it; null when the row has no end.
    private static int? Blocks(ReadOnlySpan<byte> gif, int at)
    {
        while (at < gif.Length)
        {
            if (gif[at] == 0)
                return at + 1;
            at += gif[at] + 1;
        }

        return null;
    }
}
