using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.BrokenOff;

public static class FindingMapping
{
    extension(Db db)
    {
        /// <summary>Those worth a closer look: silent for long, or gone from their page. A break that is known already is not looked at again.</summary>
        public async Task<List<Id<Case>>> MayHaveBrokenOff(Waits waits, DateTimeOffset now, CancellationToken ct)
        {
            var found = new List<Id<Case>>();
            foreach (var desks in (await db.Desks.Select(d => new { d.Id, d.SilenceHours }).ToListAsync(ct)).GroupBy(d => waits.At(d.SilenceHours).Silence, d => d.Id))
                found.AddRange(await db.Silent([.. desks], now - desks.Key).ToListAsync(ct));
            found.AddRange(await db.Gone(now - waits.Left, now - waits.Left - waits.Silence).ToListAsync(ct));
            return [.. found.Distinct()];
        }

        /// <summary>Which of these have broken off, and how.</summary>
        public async Task<Dictionary<Id<Case>, Found>> BrokenOff(IReadOnlyList<Case> cases, Waits waits, DateTimeOffset now, CancellationToken ct)
        {
            var (ids, desks) = (cases.Select(c => c.Id).ToList(), cases.Select(c => c.DeskId).Distinct().ToList());
            var silences = await db.Desks.Where(d => desks.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => d.SilenceHours, ct);
            var seen = await db.ReadMarks.AsNoTracking().Where(r => ids.Contains(r.CaseId) && r.Reader == Guid.Empty).ToDictionaryAsync(r => r.CaseId, r => (DateTimeOffset?)r.At, ct);
            var steps = (await db.Entries.AsNoTracking().Where(e => ids.Contains(e.CaseId)).OrderBy(e => e.Number)
                .Select(e => new Step(e.CaseId, e.At, e.Kind, e.Role, e.Internal, e.Kind == Course.Denial ? e.Body : null)).ToListAsync(ct)).ToLookup(s => s.CaseId);
            return cases.Select(c => (c.Id, Found: Breaking.Off(c, Course.Of(steps[c.Id]), seen.GetValueOrDefault(c.Id), waits.At(silences[c.DeskId]), now)))
                .Where(c => c.Found is not null).ToDictionary(c => c.Id, c => c.Found!); // filtered: not null
        }

        /// <summary>On the record, and on the list.</summary>
        public Break? BreakOff(Case theCase, Found found, By by, DateTimeOffset now)
        {
            var broken = Of(theCase, found, now);
            return theCase.BreakOff(broken) is { } happened ? db.Keep(theCase, broken, by, happened, now) : null;
        }

        internal Break Keep(Case theCase, Break broken, By by, Happening happened, DateTimeOffset now)
        {
            broken.Entry = db.Record(theCase, by, happened, now).Number;
            db.Breaks.Add(broken);
            return broken;
        }

        public IQueryable<Id<Case>> LostForGood(DateTimeOffset now)
        {
            var closedBefore = now - Case.OpenAfterClosing;
            return db.Cases.Where(c => c.BreakId != null && c.ClosedAt <= closedBefore).Select(c => c.Id);
        }

        private IQueryable<Id<Case>> Silent(List<Id<Desk>> desks, DateTimeOffset since) =>
            db.Cases.Where(c => (c.Status == Status.WaitingForCustomer || c.Status == Status.Proposed) && c.WaitingForCustomerSince <= since && c.PendingHandoverId == null
                && c.BreakId == null && desks.Contains(c.DeskId) && !db.Set<Break>().Any(b => b.CaseId == c.Id && b.Since >= c.WaitingForCustomerSince))
                .OrderBy(c => c.WaitingForCustomerSince).Select(c => c.Id);

        // Who left longer ago is found by silence, if by anything.
        private IQueryable<Id<Case>> Gone(DateTimeOffset before, DateTimeOffset after)
        {
            var turns = Course.Turns;
            return db.ReadMarks.Where(r => r.Reader == Guid.Empty && r.At <= before && r.At > after)
                .Join(db.Cases.Where(c => c.ClosedAt == null && c.BreakId == null), r => r.CaseId, c => c.Id, (r, c) => new { r, c })
                .Where(x => (x.c.Status == Status.WaitingForCustomer || x.c.Status == Status.Proposed || db.Set<Entry>().Any(e => e.CaseId == x.c.Id && turns.Contains(e.Kind)))
                    && !db.Set<Break>().Any(b => b.CaseId == x.c.Id && b.Since >= x.r.At))
                .OrderBy(x => x.r.At).Select(x => x.c.Id);
        }
    }

    internal static Break Of(Case theCase, Found found, DateTimeOffset now) => new()
    {
        Id = Id<Break>.New(), CaseId = theCase.Id, How = found.How, Since = found.Since, FoundAt = now,
        PlaceSince = theCase.CustomerWaitingSince is { } waits && waits < found.Since ? waits : found.Since,
    };
}
