using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.SignIn;

/// <param name="Key">Shown this once.</param>
public sealed record PurposeKeyMade(string Key, Id<PurposeKey> KeyId);

public sealed record PurposeKeyView(Id<PurposeKey> KeyId, string Name, string Hint, DateTimeOffset CreatedAt, string CreatedBy);

public enum PurposeKeyRefusal { TooMany }

public static class PurposeKeysMapping
{
    /// <summary>The most keys of one purpose that open anything at the same time.</summary>
    public const int Most = 50;

    extension(Db db)
    {
        public DbSet<PurposeKey> PurposeKeys => db.Set<PurposeKey>();

        public Task<CurrentPurpose?> PurposeByKey(string key, CancellationToken ct)
        {
            var hash = Secret.Hash(key);
            return db.PurposeKeys.AsNoTracking().Where(k => k.Hash == hash && k.RevokedAt == null).Select(k => new CurrentPurpose(k.Id, k.Purpose)).SingleOrDefaultAsync(ct);
        }

        public async Task<Result<PurposeKeyMade, PurposeKeyRefusal>> MakePurposeKey(string purpose, string name, string key, string by, DateTimeOffset now)
        {
            if (await db.PurposeKeys.CountAsync(k => k.Purpose == purpose && k.RevokedAt == null, CancellationToken.None) >= Most)
                return PurposeKeyRefusal.TooMany;
            var made = new PurposeKey { Id = Id<PurposeKey>.New(), Purpose = purpose, Name = name, Hash = Secret.Hash(key), Hint = key[..8], CreatedAt = now, CreatedBy = by };
            db.PurposeKeys.Add(made);
            await db.SaveChangesAsync(CancellationToken.None);
            return new PurposeKeyMade(key, made.Id);
        }

        public Task<List<PurposeKeyView>> PurposeKeysFor(string purpose, CancellationToken ct) =>
            db.PurposeKeys.AsNoTracking().Where(k => k.Purpose == purpose && k.RevokedAt == null).OrderBy(k => k.CreatedAt).Select(k => new PurposeKeyView(k.Id, k.Name, k.Hint, k.CreatedAt, k.CreatedBy)).ToListAsync(ct);

        /// <summary>False: there is no such key, or not any more.</summary>
        public async Task<bool> RevokePurposeKey(string purpose, Id<PurposeKey> key, DateTimeOffset now) =>
            await db.PurposeKeys.Where(k => k.Id == key && k.Purpose == purpose && k.RevokedAt == null)
                .ExecuteUpdateAsync(k => k.SetProperty(x => x.RevokedAt, (DateTimeOffset?)now), CancellationToken.None) == 1;
    }

    private sealed class Mapping : IEntityTypeConfiguration<PurposeKey>
    {
        public void Configure(EntityTypeBuilder<PurposeKey> builder)
        {
            builder.ToTable("purpose_keys").HasKey(k => k.Id);
            builder.Property(k => k.Id).ValueGeneratedNever();
            builder.HasIndex(k => k.Hash).IsUnique();
        }
    }
}
