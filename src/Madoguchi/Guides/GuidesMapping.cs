using Madoguchi.Desks;
using Madoguchi.Guides.Writing;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Guides;

public enum GuideRefusal { Unknown, ChangedMeanwhile, UnknownPicture }

/// <summary>A guide and the words of one version.</summary>
public sealed record GuideRevision(Guide Guide, int Number, string Markdown, GuideContent Content);

public static class GuidesMapping
{
    extension(Db db)
    {
        public DbSet<Guide> Guides => db.Set<Guide>();

        public DbSet<GuideVersion> GuideVersions => db.Set<GuideVersion>();

        public DbSet<GuidePicture> GuidePictures => db.Set<GuidePicture>();

        /// <summary>The guide as it stands now.</summary>
        public async Task<GuideRevision?> Guide(string slug, CancellationToken ct) =>
            await db.Guides.AsNoTracking().SingleOrDefaultAsync(g => g.Slug == slug, ct) is { } guide ? await db.Revision(guide, guide.Version, ct) : null;

        /// <summary>As it stood in a version: what a walk goes on with.</summary>
        public async Task<GuideRevision?> Guide(Id<Guide> id, int version, CancellationToken ct) =>
            await db.Guides.AsNoTracking().SingleOrDefaultAsync(g => g.Id == id, ct) is { } guide ? await db.Revision(guide, version, ct) : null;

        private async Task<GuideRevision?> Revision(Guide guide, int number, CancellationToken ct) =>
            await db.GuideVersions.AsNoTracking().SingleOrDefaultAsync(v => v.GuideId == guide.Id && v.Number == number, ct) is { } version
            && GuideReader.Read(version.Markdown).Content is { } content ? new(guide, number, version.Markdown, content) : null;

        /// <summary>A new version; the first one makes the guide. The same words again are no version, however they are laid out.</summary>
        /// <param name="expected">The version that the writer saw, if they care; 0: that there is none.</param>
        public async Task<Result<GuideRevision, GuideRefusal>> SayGuide(string slug, GuideContent content, string markdown, CurrentAgent agent, DateTimeOffset now, int? expected, int? restores = null)
        {
            var id = await db.Guides.Where(g => g.Slug == slug).Select(g => g.Id).SingleOrDefaultAsync(CancellationToken.None);
            var guide = await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None);
            if (expected is not null && expected != (guide?.Version ?? 0))
                return GuideRefusal.ChangedMeanwhile;
            if (await db.LacksPicture(content))
                return GuideRefusal.UnknownPicture;
            if (guide is null)
                db.Guides.Add(guide = new() { Id = Id<Guide>.New(), Slug = slug, ChangedAt = now });
            else if (await db.Revision(guide, guide.Version, CancellationToken.None) is { } said && (said.Markdown == markdown || GuideWriter.Write(said.Content) == markdown))
            {
                guide.RetiredAt = null;
                await db.SaveChangesAsync(CancellationToken.None);
                return said;
            }

            guide.Say(content, now);
            db.GuideVersions.Add(new() { GuideId = guide.Id, Number = guide.Version, Markdown = markdown, ById = agent.Id, ByName = agent.Name, At = now, Restores = restores });
            await db.SaveChangesAsync(CancellationToken.None);
            return new GuideRevision(guide, guide.Version, markdown, content);
        }

        private async Task<bool> LacksPicture(GuideContent content)
        {
            var named = content.Ways.SelectMany(w => w.Steps).Select(s => s.Picture?.Address).OfType<Bilingual>().SelectMany(a => new[] { a.Ja, a.En }).OfType<string>()
                .Select(a => Id<GuidePicture>.Parse(a.Split('/')[^1], null)).Distinct().ToList();
            return named.Count > 0 && await db.GuidePictures.CountAsync(p => named.Contains(p.Id), CancellationToken.None) != named.Count;
        }
    }

    private sealed class GuideMapping : IEntityTypeConfiguration<Guide>
    {
        public void Configure(EntityTypeBuilder<Guide> builder)
        {
            builder.ToTable("guides").HasKey(g => g.Id);
            builder.Property(g => g.Id).ValueGeneratedNever();
            builder.Ignore(g => g.Title);
            builder.HasIndex(g => g.Slug).IsUnique();
        }
    }

    private sealed class VersionMapping : IEntityTypeConfiguration<GuideVersion>
    {
        public void Configure(EntityTypeBuilder<GuideVersion> builder) => builder.ToTable("guide_versions").HasKey(v => new { v.GuideId, v.Number });
    }

    private sealed class PictureMapping : IEntityTypeConfiguration<GuidePicture>
    {
        public void Configure(EntityTypeBuilder<GuidePicture> builder)
        {
            builder.ToTable("guide_pictures").HasKey(p => p.Id);
            builder.Property(p => p.Id).ValueGeneratedNever();
        }
    }
}
