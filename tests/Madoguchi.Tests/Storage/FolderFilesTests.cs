using System.Diagnostics;
using System.Security.Cryptography;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Storage;

public sealed class FolderFilesTests : IDisposable
{
    private readonly string folder = Scratch.NewFolder("files");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_same_bytes_sent_at_once_are_one_file_and_whole()
    {
        var files = Files();
        var bytes = RandomNumberGenerator.GetBytes(300_000);

        var kept = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => files.Keep(new MemoryStream(bytes), 1_000_000, Ct)));

        Assert.All(kept, k => Assert.Equal((Convert.ToHexStringLower(SHA256.HashData(bytes)), 300_000L), k));
        Assert.Single(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
        await using var read = await files.Open(kept[0].Sha256, Ct);
        Assert.Equal(bytes, await Whole(read!)); // just kept
    }

    [Fact]
    public async Task Too_much_or_half_an_upload_leaves_nothing()
    {
        var files = Files();

        await Assert.ThrowsAsync<Madoguchi.Storage.Files.TooLargeException>(() => files.Keep(new MemoryStream(new byte[101]), 100, Ct));
        await Assert.ThrowsAsync<EndOfStreamException>(() => files.Keep(new BrokenOff(), 1_000_000, Ct));
        Assert.Equal(100, (await files.Keep(new MemoryStream(new byte[100]), 100, Ct)).Size);

        Assert.Single(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void What_was_half_received_when_a_process_died_is_cleared_away_at_the_next_start()
    {
        Files();
        File.WriteAllText(Path.Combine(folder, "files", "0123.part"), "half");

        Files();

        Assert.Empty(Directory.EnumerateFiles(folder, "*.part", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_full_disk_says_so_keeps_nothing_and_recovers_by_itself()
    {
        using var disk = SmallDisk.Mount(folder);
        Assert.SkipWhen(disk is null, "Mounting a small disk needs a right that this machine does not give.");
        var files = Files();
        var small = (await files.Keep(new MemoryStream(new byte[1000]), 1_000_000, Ct)).Sha256;

        await Assert.ThrowsAsync<Madoguchi.Storage.Files.NoRoomException>(() => files.Keep(new MemoryStream(RandomNumberGenerator.GetBytes(900_000)), 10_000_000, Ct));

        Assert.Single(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
        await using var read = await files.Open(small, Ct);
        Assert.Equal(new byte[1000], await Whole(read!)); // kept before
        Assert.Equal(100_000, (await files.Keep(new MemoryStream(RandomNumberGenerator.GetBytes(100_000)), 10_000_000, Ct)).Size);
    }

    private static async Task<byte[]> Whole(Stream stream)
    {
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory, Ct);
        return memory.ToArray();
    }

    private FolderFiles Files() => new(new Engine(null, folder));

    private sealed class BrokenOff() : MemoryStream(new byte[70_000])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var n ? n : throw new EndOfStreamException("The line was cut.");
    }

    /// <summary>Half a megabyte of disk over a folder.</summary>
    private sealed class SmallDisk(string folder) : IDisposable
    {
        public static SmallDisk? Mount(string folder) => Run("mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", folder) ? new SmallDisk(folder) : null;

        public void Dispose() => Run("umount", "-l", folder);

        private static bool Run(string command, params string[] arguments)
        {
            try
            {
                using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true });
                process?.WaitForExit();
                return process?.ExitCode == 0;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return false; // no such command here
            }
        }
    }
}
