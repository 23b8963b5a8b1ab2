using Madoguchi.Cases;
using Madoguchi.Cases.Denying;
using Madoguchi.Desks;
using Madoguchi.Evidence;
using Madoguchi.Findings.Answering;
using Madoguchi.Findings.Making;
using Madoguchi.Findings.Promising;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Concluding;

public static class ConcludingMapping
{
    extension(Db db)
    {
        public async Task<FoundOut> FoundOut(Case theCase, CancellationToken ct)
        {
            var id = theCase.Id;
            var promised = theCase.IsClosed || !await db.CheckPromises.AnyAsync(c => c.CaseId == id && c.KeptAt == null, ct) ? null : (await db.ChecksOf(id, DateTimeOffset.MinValue, ct)).FirstOrDefault(c => c.KeptAt is null);
            return new FoundOut([.. (await db.FindingsOf(id, ct)).Reverse()], promised, await db.WaitsForFirstAnswer(theCase, ct));
        }

        public async Task<Concluding> Concluding(Case theCase, CurrentAgent me, CancellationToken ct) =>
            new(await db.MayLook(theCase, me, ct), await db.EvidenceOf(theCase.Id).ToListAsync(ct), await db.FindingsOf(theCase.Id, ct));
    }
}
