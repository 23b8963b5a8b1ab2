using Madoguchi.Cases.Attaching;
using Madoguchi.Evidence.Mails;
using Madoguchi.Evidence.Pictures;
using Madoguchi.Evidence.Reading;
using Madoguchi.Storage;

namespace Madoguchi.Evidence.Keeping;

/// <summary>A kept file with what it says, and its copy that says nothing beside the picture.</summary>
public sealed record Examined(KeptFile File, EvidenceRead Read, string? CopySha256);

/// <summary>Looks into kept files before a transaction names them. Bounded: so many bytes of each, so many files at once; and the readers are single walks over
/// those bytes, which decode nothing and follow no pointer twice.</summary>
public sealed class Examination(Files files) : IDisposable
{
    /// <summary>A larger picture is kept and not looked into; it has no copy.</summary>
    public const int MostPicture = 40 * 1024 * 1024;

    // Each holds a whole picture and its copy.
    private readonly SemaphoreSlim places = new(2);

    public async Task<Examined> Examine(KeptFile file, CancellationToken ct)
    {
        var isPicture = file.Type.StartsWith("image/", StringComparison.Ordinal);
        if (isPicture && file.Size > MostPicture)
            return new Examined(file, new EvidenceRead(EvidenceRead.Picture, Unreadable: true), null);
        await places.WaitAsync(ct);
        try
        {
            var bytes = await Start(file, isPicture ? MostPicture : MailHeaders.MostBytes, ct);
            return new Examined(file, Readings.Read(file.Type, bytes), MediaType.IsPicture(file.Type) && Bare.Of(file.Type, bytes) is { } bare ? await Keep(bare, ct) : null);
        }
        finally
        {
            places.Release();
        }
    }

    public async Task<IReadOnlyList<Examined>> Examine(IReadOnlyList<KeptFile> kept, CancellationToken ct)
    {
        var examined = new List<Examined>();
        foreach (var file in kept)
            examined.Add(await Examine(file, ct));
        return examined;
    }

    public void Dispose() => places.Dispose();

    private async Task<byte[]> Start(KeptFile file, int most, CancellationToken ct)
    {
        await using var content = await files.Open(file.Sha256, ct) ?? throw new InvalidOperationException($"The file {file.Sha256} was kept just now and is not there.");
        var bytes = new byte[(int)Math.Min(file.Size, most)];
        var read = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        return read == bytes.Length ? bytes : bytes[..read];
    }

    private async Task<string> Keep(byte[] bare, CancellationToken ct)
    {
        using var content = new MemoryStream(bare);
        return (await files.Keep(content, bare.Length, ct)).Sha256;
    }
}
