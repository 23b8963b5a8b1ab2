using Madoguchi.Desks;
using Madoguchi.Incidents.Changing;
using Madoguchi.Incidents.Collecting;
using Madoguchi.Incidents.Resolving;
using Madoguchi.Incidents.Showing;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Incidents.Merging;

public enum MergeRefusal { Unknown, UnknownOther, Itself, Resolved, OnItsWay, NotMerged }

public static class MergingMapping
{
    extension(Db db)
    {
        /// <summary>The same trouble, declared twice: the other one goes on with the cases of both, and collects what either would. Twice is once.</summary>
        public async Task<Result<Incident, MergeRefusal>> MergeIncident(Id<Incident> id, Id<Incident> into, CurrentAgent by, DateTimeOffset now)
        {
            if (id == into)
                return MergeRefusal.Itself;
            if (await db.Both(id, into) is not { } both)
                return await db.Incidents.AnyAsync(i => i.Id == id, CancellationToken.None) ? MergeRefusal.UnknownOther : MergeRefusal.Unknown;
            var (one, other) = both;
            if (one.MergedInto == into)
                return other;
            if (!one.IsOpen || !other.IsOpen)
                return MergeRefusal.Resolved;
            if (await db.IsTelling(id))
                return MergeRefusal.OnItsWay;
            one.Become(into, now);
            var moving = await db.IncidentCases.AsTracking().Where(c => c.IncidentId == id && c.RemovedAt == null).ToListAsync(CancellationToken.None);
            var there = await db.IncidentCases.AsTracking().Where(c => c.IncidentId == into && db.Set<IncidentCase>().Any(o => o.IncidentId == id && o.CaseId == c.CaseId && o.RemovedAt == null)).ToDictionaryAsync(c => c.CaseId, CancellationToken.None);
            foreach (var place in moving)
            {
                place.RemovedAt = now;
                if (!there.TryGetValue(place.CaseId, out var next))
                    db.IncidentCases.Add(next = new() { IncidentId = into, CaseId = place.CaseId, How = place.How, At = place.At });
                next.Continue(place, id);
            }

            await db.Heard(id, into, now);
            var changes = new List<IncidentChanged> { Noted(one, "mergedInto", null, other.Title), Noted(other, "merged", null, one.Title) };
            if (one.Since < other.Since)
            {
                changes.Add(Noted(other, "since", Wire(other.Since), Wire(one.Since)));
                other.Since = one.Since;
            }

            db.IncidentChanges.AddRange(changes);
            await db.Moved([.. moving.Select(m => m.CaseId)], id, into, by, now);
            return other;

            IncidentChanged Noted(Incident of, string what, string? from, string? to) => new() { Id = Id<IncidentChanged>.New(), IncidentId = of.Id, At = now, ById = by.Id, ByName = by.Name, What = what, From = from, To = to };
        }

        /// <summary>They are two after all: what came along goes back, with what was said meanwhile. What arrived since stays where it is.</summary>
        public async Task<Result<Incident, MergeRefusal>> TakeIncidentApart(Id<Incident> id, CurrentAgent by, DateTimeOffset now)
        {
            if (await db.Incidents.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, CancellationToken.None) is not { } seen)
                return MergeRefusal.Unknown;
            if (seen.MergedInto is not { } into || await db.Both(id, into) is not { One.MergedInto: not null } both)
                return MergeRefusal.NotMerged;
            if (!both.Other.IsOpen)
                return MergeRefusal.Resolved;
            if (await db.IsTelling(into))
                return MergeRefusal.OnItsWay;
            both.One.ComeApart(now);
            var back = await db.IncidentCases.AsTracking().Where(c => c.IncidentId == into && c.MergedFrom == id && c.RemovedAt == null).ToListAsync(CancellationToken.None);
            var places = await db.IncidentCases.AsTracking().Where(c => c.IncidentId == id && db.Set<IncidentCase>().Any(o => o.IncidentId == into && o.MergedFrom == id && o.CaseId == c.CaseId && o.RemovedAt == null)).ToDictionaryAsync(c => c.CaseId, CancellationToken.None);
            foreach (var place in back)
            {
                place.RemovedAt = now;
                places[place.CaseId].Continue(place, null); // it came from there
            }

            await db.Heard(into, id, now);
            db.IncidentChanges.Add(new() { Id = Id<IncidentChanged>.New(), IncidentId = id, At = now, ById = by.Id, ByName = by.Name, What = "mergedInto", From = both.Other.Title });
            await db.Moved([.. back.Select(m => m.CaseId)], into, id, by, now);
            return both.One;
        }

        // Both rows, locked in one order; nobody is collected meanwhile.
        private async Task<(Incident One, Incident Other)?> Both(Id<Incident> one, Id<Incident> other)
        {
            await db.HoldCollecting();
            var found = new Dictionary<Id<Incident>, Incident>();
            foreach (var id in new[] { one, other }.OrderBy(i => i.Value))
            {
                if (await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is { } incident)
                    found[id] = incident;
            }

            return found.TryGetValue(one, out var first) && found.TryGetValue(other, out var second) ? (first, second) : null;
        }

        // A word, or a remedy, that is not with everybody yet belongs to those whom it was written for.
        private async Task<bool> IsTelling(Id<Incident> id) =>
            await db.IncidentUpdates.AnyAsync(u => u.IncidentId == id && u.CancelledAt == null && (u.BegunAt == null || db.Set<IncidentRecipient>().Any(r => r.UpdateId == u.Id && r.State == Reached.Waiting)), CancellationToken.None)
            || await db.IncidentRemedies.AnyAsync(r => r.IncidentId == id && (r.State == RemedyState.Asked || (r.State == RemedyState.Granting && (r.BegunAt == null || db.Set<IncidentGrant>().Any(g => g.RemedyId == r.Id && g.State == GrantedState.Waiting)))), CancellationToken.None);

        // Who was told something newer already does not hear the older word of the one that they join.
        private async Task Heard(Id<Incident> from, Id<Incident> into, DateTimeOffset now)
        {
            if (await db.IncidentUpdates.AsNoTracking().Where(u => u.IncidentId == into && u.BegunAt != null && u.CancelledAt == null).OrderByDescending(u => u.DueAt).FirstOrDefaultAsync(CancellationToken.None) is not { BegunAt: { } begun } newest)
                return;
            var update = newest.Id;
            var told = await db.IncidentRecipients.Where(r => r.State == Reached.Told && r.DoneAt >= begun && db.Set<IncidentUpdate>().Any(u => u.Id == r.UpdateId && u.IncidentId == from) && !db.Set<IncidentRecipient>().Any(o => o.UpdateId == update && o.CaseId == r.CaseId))
                .Select(r => r.CaseId).Distinct().ToListAsync(CancellationToken.None);
            db.IncidentRecipients.AddRange(told.Select(c => new IncidentRecipient { UpdateId = update, CaseId = c, State = Reached.Overtaken, DoneAt = now }));
        }

        private async Task Moved(IReadOnlyList<Id<Cases.Case>> cases, Id<Incident> from, Id<Incident> into, CurrentAgent by, DateTimeOffset now)
        {
            db.SayJoined(from, cases, by, now, left: true);
            db.SayJoined(into, cases, by, now);
            db.StatusChanged();
            await db.SaveChangesAsync(CancellationToken.None);
        }
    }

    private static string Wire(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
}
