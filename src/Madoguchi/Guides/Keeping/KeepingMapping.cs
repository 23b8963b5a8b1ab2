using Madoguchi.Cases.Attaching;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Guides.Keeping;

/// <param name="Restores">The version that was gone back to, if it was that.</param>
public sealed record VersionLine(int Version, string By, DateTimeOffset At, int? Restores);

/// <param name="Address">For the step that shows it.</param>
public sealed record PictureKept(string Address, int Width, int Height);

/// <summary>Not PNG, JPEG, GIF or WebP, or of no size that anybody could draw.</summary>
public enum PictureRefusal { NoPicture }

public static class KeepingMapping
{
    extension(Db db)
    {
        /// <summary>The newest first; empty when there is no such guide.</summary>
        public async Task<IReadOnlyList<VersionLine>> GuideHistory(string slug, CancellationToken ct) =>
            await db.Guides.Where(g => g.Slug == slug).Join(db.GuideVersions, g => g.Id, v => v.GuideId, (g, v) => v).OrderByDescending(v => v.Number)
                .Select(v => new VersionLine(v.Number, v.ByName, v.At, v.Restores)).ToListAsync(ct);

        public async Task<(GuideRevision Guide, VersionLine Said)?> GuideVersion(string slug, int number, CancellationToken ct)
        {
            var line = (await db.GuideHistory(slug, ct)).FirstOrDefault(v => v.Version == number);
            var id = await db.Guides.Where(g => g.Slug == slug).Select(g => g.Id).SingleOrDefaultAsync(ct);
            return line is not null && await db.Guide(id, number, ct) is { } revision ? (revision, line) : null;
        }

        /// <summary>Laid aside, or taken up again. False: there is no such guide.</summary>
        public async Task<bool> LayAside(string slug, bool aside, DateTimeOffset now)
        {
            if (await db.Guides.AsTracking().SingleOrDefaultAsync(g => g.Slug == slug, CancellationToken.None) is not { } guide)
                return false;
            guide.RetiredAt = aside ? guide.RetiredAt ?? now : null;
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }

        /// <summary>A picture whose bytes are kept already.</summary>
        public async Task<Result<PictureKept, PictureRefusal>> KeepGuidePicture(KeptFile file, CurrentAgent agent, DateTimeOffset now)
        {
            if (file.Width is not { } width || file.Height is not { } height || !MediaType.IsPicture(file.Type))
                return PictureRefusal.NoPicture;
            var picture = await db.GuidePictures.FirstOrDefaultAsync(p => p.Sha256 == file.Sha256, CancellationToken.None);
            if (picture is null)
            {
                db.GuidePictures.Add(picture = new() { Id = Id<GuidePicture>.New(), Sha256 = file.Sha256, MediaType = file.Type, Width = width, Height = height, Size = file.Size, ById = agent.Id, At = now });
                await db.SaveChangesAsync(CancellationToken.None);
            }

            return new PictureKept($"/guides/pictures/{picture.Id}", width, height);
        }
    }
}
