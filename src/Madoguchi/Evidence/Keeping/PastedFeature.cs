using System.Text;
using Madoguchi.Cases.Attaching;
using Madoguchi.Storage;

namespace Madoguchi.Evidence.Keeping;

/// <summary>Headers that somebody pasted as text: a file like any other, with the words exactly as they came.</summary>
public static class PastedFeature
{
    /// <summary>The form field for them.</summary>
    public const string Field = "headers";

    public const string FileName = "mail-headers.txt";

    public static async Task<KeptFile> KeepPasted(this Files files, string headers, CancellationToken ct)
    {
        var bytes = Encoding.UTF8.GetBytes(headers);
        using var content = new MemoryStream(bytes);
        var (sha256, size) = await files.Keep(content, bytes.Length, ct);
        return new KeptFile(FileName, MediaType.Text, size, sha256);
    }
}
