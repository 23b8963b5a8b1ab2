using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Remedies;

public static class RemediesMapping
{
    extension(Db db)
    {
        public DbSet<Remedy> Remedies => db.Set<Remedy>();

        public DbSet<Grant> Grants => db.Set<Grant>();

        /// <summary>The whole catalogue: what is built in first, in its order; what the house has changed, as it stands now.</summary>
        public async Task<IReadOnlyList<Remedy>> Catalogue(CancellationToken ct)
        {
            var kept = await db.Remedies.AsNoTracking().OrderBy(r => r.Slug).ToListAsync(ct);
            var builtIn = Madoguchi.Remedies.Remedy.BuiltIn.Select(make => make()).Select(one => kept.Find(r => r.Slug == one.Slug) ?? one).ToList();
            return [.. builtIn, .. kept.Where(r => builtIn.All(b => b.Slug != r.Slug))];
        }

        public async Task<Remedy?> Remedy(string slug, CancellationToken ct) =>
            await db.Remedies.AsNoTracking().SingleOrDefaultAsync(r => r.Slug == slug, ct) ?? Madoguchi.Remedies.Remedy.BuiltIn.Select(make => make()).FirstOrDefault(r => r.Slug == slug);
    }

    private sealed class RemedyMapping : IEntityTypeConfiguration<Remedy>
    {
        public void Configure(EntityTypeBuilder<Remedy> builder)
        {
            builder.ToTable("remedies").HasKey(r => r.Slug);
            builder.Ignore(r => r.Name);
            builder.Ignore(r => r.Next);
        }
    }

    private sealed class GrantMapping : IEntityTypeConfiguration<Grant>
    {
        public void Configure(EntityTypeBuilder<Grant> builder)
        {
            builder.ToTable("grants").HasKey(g => g.Id);
            builder.Property(g => g.Id).ValueGeneratedNever();
            builder.Ignore(g => g.Name);
            // One case, one remedy of a kind: the case row's lock decides, the index makes sure.
            builder.HasIndex(g => new { g.CaseId, g.Remedy }).IsUnique().HasFilter("\"State\" <> 'Declined'").HasDatabaseName("IX_grants_once");
            builder.HasIndex(g => g.AskedAt);
            builder.HasIndex(g => g.AskedAt, "IX_grants_waiting").HasFilter("\"State\" = 'Waiting'");
        }
    }
}
