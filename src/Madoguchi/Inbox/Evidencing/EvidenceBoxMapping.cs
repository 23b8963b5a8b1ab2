using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Evidence;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Evidencing;

public static class EvidenceBoxMapping
{
    /// <summary>The card shows so many, the newest; the bundle has all.</summary>
    public const int Most = 12;

    extension(Db db)
    {
        /// <summary>The newest, newest first, and one more if there are more.</summary>
        public async Task<IReadOnlyList<EvidenceItem>> NewestEvidence(Id<Case> id, CancellationToken ct) =>
            await db.Evidence.AsNoTracking().Where(e => e.CaseId == id).OrderByDescending(e => e.Entry).Take(Most + 1).ToListAsync(ct);

        public async Task<bool> Mine(Id<Case> id, CurrentAgent me, CancellationToken ct) =>
            await db.Cases.AsNoTracking().VisibleTo(me, db).SingleOrDefaultAsync(c => c.Id == id, ct) is { } theCase && me.WorksAt(theCase.DeskId);
    }
}
