using System.Security.Cryptography;

namespace Madoguchi.Storage;

/// <summary>A folder of files named by their hash: <c>files/ab/abcdef…</c>. Written beside, synced, renamed, and the folder synced:
/// after a power cut a name is there whole or not at all.</summary>
public sealed class FolderFiles(Engine engine) : Files
{
    private readonly string root = Directory.CreateDirectory(Path.Combine(engine.DataFolder, "files")).FullName;

    public override async Task<(string Sha256, long Size)> Keep(Stream content, long limit, CancellationToken ct)
    {
        var part = Path.Combine(root, Guid.CreateVersion7().ToString("N") + ".part");
        try
        {
            var (sha256, size) = await Copy(content, part, limit, ct);
            var folder = Path.Combine(root, sha256[..2]);
            if (!Directory.Exists(folder))
            {
                Directory.CreateDirectory(folder);
                CheckedSync.Folder(root);
            }

            File.Move(part, Path.Combine(folder, sha256), overwrite: true);
            CheckedSync.Folder(folder);
            return (sha256, size);
        }
        finally
        {
            File.Delete(part);
        }
    }

    public override Task<Stream?> Open(string sha256, CancellationToken ct)
    {
        var path = Path.Combine(root, sha256[..2], sha256);
        return Task.FromResult<Stream?>(File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 65536, useAsync: true) : null);
    }

    private static async Task<(string Sha256, long Size)> Copy(Stream content, string path, long limit, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 65536, useAsync: true);
        var buffer = new byte[65536];
        for (int n; (n = await content.ReadAsync(buffer, ct)) > 0;)
        {
            if (file.Length + n > limit)
                throw new TooLargeException();
            hash.AppendData(buffer, 0, n);
            await file.WriteAsync(buffer.AsMemory(0, n), ct);
            await file.FlushAsync(ct);
        }

        CheckedSync.File(file.SafeFileHandle);
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), file.Length);
    }
}
