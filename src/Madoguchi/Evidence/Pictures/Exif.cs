using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Madoguchi.Evidence.Reading;

namespace Madoguchi.Evidence.Pictures;

/// <summary>What a camera wrote beside the picture (Exif, a TIFF directory). Three directories are looked at, each once, and of them nine fields:
/// no chain is followed, so that no input can make it long. A library that reads everything follows every pointer of a hostile file.</summary>
public sealed record Exif(string? TakenAt, string? Device, string? Software, bool HasPlace, int Orientation)
{
    /// <summary>No more of a directory is looked at.</summary>
    private const int MostFields = 256;

    private const int LongestText = 200;

    /// <param name="tiff">From its byte order mark on.</param>
    public static Exif? Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || !(tiff.StartsWith("II*\0"u8) || tiff.StartsWith("MM\0*"u8)))
            return null;
        var main = Fields.At(tiff, U32(tiff, 4));
        var shot = main.Pointer(tiff, 0x8769) is { } exif ? Fields.At(tiff, exif) : Fields.None;
        var place = main.Pointer(tiff, 0x8825) is { } gps ? Fields.At(tiff, gps) : Fields.None;
        var device = Named(main.Text(tiff, 0x010F), main.Text(tiff, 0x0110));
        return new Exif(Time(shot.Text(tiff, 0x9003) ?? shot.Text(tiff, 0x9004), shot.Text(tiff, 0x9011) ?? shot.Text(tiff, 0x9010)), device, main.Text(tiff, 0x0131),
            place.Has(0x0002, tiff) || place.Has(0x0004, tiff), main.Number(tiff, 0x0112) is { } turned and >= 1 and <= 8 ? turned : 1);
    }

    // Models often begin with their maker's name.
    private static string? Named(string? maker, string? model) =>
        maker is null || model is null || model.StartsWith(maker, StringComparison.OrdinalIgnoreCase) ? model ?? maker : $"{maker} {model}";

    private static string? Time(string? at, string? offset)
    {
        if (!DateTime.TryParseExact(at, "yyyy:MM:dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return null;
        var known = offset is ['+' or '-', _, _, ':', _, _] && TimeSpan.TryParseExact(offset[1..], @"hh\:mm", CultureInfo.InvariantCulture, out _);
        return time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + (known ? offset : "");
    }

    private static bool IsLittle(ReadOnlySpan<byte> tiff) => tiff[0] == 'I';

    private static ushort U16(ReadOnlySpan<byte> tiff, long at) =>
        at < 0 || at + 2 > tiff.Length ? (ushort)0 : IsLittle(tiff) ? BinaryPrimitives.ReadUInt16LittleEndian(tiff[(int)at..]) : BinaryPrimitives.ReadUInt16BigEndian(tiff[(int)at..]);

    private static uint U32(ReadOnlySpan<byte> tiff, long at) =>
        at < 0 || at + 4 > tiff.Length ? 0 : IsLittle(tiff) ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[(int)at..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[(int)at..]);

    /// <summary>One directory: where its fields begin, and how many there are.</summary>
    private readonly record struct Fields(long First, int Count)
    {
        public static readonly Fields None = new(0, 0);

        public static Fields At(ReadOnlySpan<byte> tiff, uint at) =>
            at < 8 || at + 2L > tiff.Length ? None : new(at + 2L, (int)Math.Min(Math.Min((long)U16(tiff, at), MostFields), (tiff.Length - at - 2) / 12));

        public bool Has(int tag, ReadOnlySpan<byte> tiff) => Find(tiff, tag) is not null;

        public uint? Pointer(ReadOnlySpan<byte> tiff, int tag) => Find(tiff, tag) is { } at && U16(tiff, at + 2) is 4 or 13 ? U32(tiff, at + 8) : null;

        public int? Number(ReadOnlySpan<byte> tiff, int tag) => Find(tiff, tag) is { } at && U16(tiff, at + 2) is 3 ? U16(tiff, at + 8) : null;

        public string? Text(ReadOnlySpan<byte> tiff, int tag)
        {
            if (Find(tiff, tag) is not { } at || U16(tiff, at + 2) is not 2)
                return null;
            var length = U32(tiff, at + 4);
            var from = length <= 4 ? at + 8 : U32(tiff, at + 8);
            if (from >= tiff.Length)
                return null;
            var bytes = tiff[(int)from..(int)Math.Min(tiff.Length, from + Math.Min(length, LongestText))];
            var end = bytes.IndexOf((byte)0);
            return OneLine.Clean(Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]), LongestText);
        }

        private long? Find(ReadOnlySpan<byte> tiff, int tag)
        {
            for (var i = 0; i < Count; i++)
            {
                if (U16(tiff, First + i * 12) == tag)
                    return First + i * 12;
            }

            return null;
        }
    }
}
