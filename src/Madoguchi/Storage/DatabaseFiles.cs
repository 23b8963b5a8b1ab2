using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Storage;

public sealed class StoredFile
{
    public required string Sha256 { get; init; }
    public required byte[] Content { get; init; }
}

/// <summary>Files in PostgreSQL: with many nodes there is no folder that all of them see.</summary>
public sealed class DatabaseFiles(Writes writes, IDbContextFactory<Db> contexts) : Files
{
    public override async Task<(string Sha256, long Size)> Keep(Stream content, long limit, CancellationToken ct)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[65536];
        for (int n; (n = await content.ReadAsync(buffer, ct)) > 0;)
        {
            if (memory.Length + n > limit)
                throw new TooLargeException();
            memory.Write(buffer, 0, n);
        }

        var bytes = memory.ToArray();
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await writes.Write(db => db.Database.ExecuteSqlAsync(
            $"""insert into files ("Sha256", "Content") values ({sha256}, {bytes}) on conflict do nothing""", CancellationToken.None), ct);
        return (sha256, bytes.Length);
    }

    public override async Task<Stream?> Open(string sha256, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<StoredFile>().Where(f => f.Sha256 == sha256).Select(f => f.Content).SingleOrDefaultAsync(ct) is { } bytes
            ? new MemoryStream(bytes, writable: false) : null;
    }

    private sealed class Mapping : IEntityTypeConfiguration<StoredFile>
    {
        public void Configure(EntityTypeBuilder<StoredFile> builder) => builder.ToTable("files").HasKey(f => f.Sha256);
    }
}
