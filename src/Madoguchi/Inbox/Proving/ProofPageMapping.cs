using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Evidence;
using Madoguchi.Evidence.Reading;
using Madoguchi.Inbox.Concluding;
using Madoguchi.ProductLog;
using Madoguchi.ProductLog.Reading;
using Madoguchi.ProductLog.Tying;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Proving;

public static class ProofPageMapping
{
    private const int MostEntries = 1_000;

    // Theirs, though an agent wrote it down or filed it.
    private static readonly string[] OfTheirs = [Happening.KindOf(typeof(CallTaken)), Happening.KindOf(typeof(EvidenceAdded)), Happening.KindOf(typeof(EvidenceFiled))];

    extension(Db db)
    {
        /// <summary>Null: there is no such case for this agent.</summary>
        public async Task<ProofView?> Proof(Id<Case> id, CurrentAgent me, DateTimeOffset? at, int? minutes, ProofFilter filter, HouseZone zone, string address, CancellationToken ct)
        {
            if (await db.Cases.AsNoTracking().VisibleTo(me, db).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } theCase)
                return null;
            var span = ProofSpan.Of(theCase.OpenedAt, at, minutes);
            var log = await db.LogOf(theCase, span.From, span.To, ct);
            var evidence = (await db.EvidenceOf(id).Select(e => new { e.Entry, e.Read }).ToListAsync(ct)).ToDictionary(e => e.Entry, e => EvidenceRead.Kept(e.Read));
            var told = ProofRows.Told(await db.Entries.AsNoTracking().Where(e => e.CaseId == id && (e.Role == Role.Customer || OfTheirs.Contains(e.Kind))).OrderBy(e => e.Number).Take(MostEntries).ToListAsync(ct), evidence, zone.Zone).ToList();
            List<SaidRow> within = [.. told.Where(r => r.At >= span.From && r.At <= span.To)];
            return new(
                theCase, await db.Customers.AsNoTracking().SingleAsync(c => c.Id == theCase.CustomerId, ct), me.WorksAt(theCase.DeskId), span, filter, log, within,
                told.Where(r => r.At < span.From).MaxBy(r => r.At), told.Where(r => r.At > span.To).MinBy(r => r.At),
                ProofRows.Lay(filter.Type is not null || filter.Source is not null ? [] : within.Where(filter.Lets), log.Events.Where(filter.Lets), zone.Zone),
                await db.KeysOf(theCase.CustomerId, ct), log.Count > 0 || await db.ProductEvents.AnyAsync(ct), address, zone.Zone)
            {
                Concluding = await db.Concluding(theCase, me, ct),
            };
        }
    }
}
