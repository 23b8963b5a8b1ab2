using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Madoguchi.Storage;

/// <summary>A folder of files named by their hash: <c>files/ab/abcdef…</c>. Written beside, synced, renamed, and the folder synced:
/// after a power cut a name is there whole or not at all. One process owns the folder, as it owns the SQLite file beside it.</summary>
public sealed class FolderFiles : Files
{
    private const int NoSpace = 28; // ENOSPC
    private const int OverQuota = 122; // EDQUOT
    private readonly string root;

    // Folders whose own name this process has synced. Being there is not enough: the process that made it may have died before its sync.
    private readonly ConcurrentDictionary<string, bool> synced = new();

    public FolderFiles(Engine engine)
    {
        root = Directory.CreateDirectory(Path.Combine(engine.DataFolder, "files")).FullName;
        CheckedSync.Folder(engine.DataFolder);
        // What was being received when the last process died: nobody was told that it is kept.
        foreach (var left in Directory.EnumerateFiles(root, "*.part"))
            File.Delete(left);
    }

    public override async Task<(string Sha256, long Size)> Keep(Stream content, long limit, CancellationToken ct)
    {
        var part = Path.Combine(root, Guid.CreateVersion7().ToString("N") + ".part");
        try
        {
            var (sha256, size) = await Copy(content, part, limit, ct);
            Checked(() => Name(part, sha256));
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
        return Task.FromResult<Stream?>(File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 65536, useAsync: true) : null);
    }

    private static async Task<(string Sha256, long Size)> Copy(Stream content, string path, long limit, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = Checked(() => new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true));
        var buffer = new byte[65536];
        var size = 0L;
        for (int n; (n = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct)) > 0;)
        {
            if ((size += n) > limit)
                throw new TooLargeException();
            hash.AppendData(buffer, 0, n);
            try
            {
                await file.WriteAsync(buffer.AsMemory(0, n), ct);
            }
            catch (IOException broken)
            {
                throw Translated(broken);
            }
        }

        Checked(() => CheckedSync.File(file.SafeFileHandle));
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), size);
    }

    // Over a file of the same name: the same bytes, and whole again if the old ones were damaged.
    private void Name(string part, string sha256)
    {
        var folder = Path.Combine(root, sha256[..2]);
        if (!synced.ContainsKey(folder))
        {
            Directory.CreateDirectory(folder);
            CheckedSync.Folder(root);
            synced[folder] = true;
        }

        File.Move(part, Path.Combine(folder, sha256), overwrite: true);
        CheckedSync.Folder(folder);
    }

    private static void Checked(Action act) => Checked(() =>
    {
        act();
        return true;
    });

    // Only our own side of the copy: what goes wrong while reading is the sender's.
    private static T Checked<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            throw Translated(broken);
        }
    }

    private static Exception Translated(Exception broken) => broken.HResult is NoSpace or OverQuota ? new NoRoomException(broken) : new BrokenException(broken);
}
