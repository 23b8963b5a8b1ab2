using Madoguchi.Desks;
using Madoguchi.Incidents.Collecting;
using Madoguchi.Incidents.Showing;
using Madoguchi.Incidents.Updating;
using Madoguchi.Remedies;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Incidents.Resolving;

/// <param name="Recipients">How many customers are affected now.</param>
public sealed record RemedyMade(Id<IncidentRemedy> RemedyId, RemedyState State, int Recipients);

/// <param name="Waiting">Their turn comes.</param>
/// <param name="Had">Had it already, by another hand.</param>
public sealed record RemedyForAll(
    Id<IncidentRemedy> RemedyId, string Remedy, Bilingual Name, long? Amount, string? Unit, RemedyState State, string Reason, string By, DateTimeOffset At, string? DecidedBy, string? Words, int Recipients, int Granted, int Had, int Waiting, int NotGranted);

public sealed record RemediesForAll(IReadOnlyList<RemedyForAll> Remedies);

/// <param name="Yes">Say that it works again.</param>
/// <param name="No">Say that it does not.</param>
/// <param name="Silent">Asked, and have not answered.</param>
/// <param name="ReopeningProposed">So many have come back that it may not be over.</param>
public sealed record AnswersSoFar(int Asked, int Yes, int No, int Silent, bool ReopeningProposed);

public static class ResolvingMapping
{
    /// <summary>From so many on it is no coincidence.</summary>
    public const int Several = 3;

    extension(Db db)
    {
        public async Task<AnswersSoFar> AnswersOf(Id<Incident> id, CancellationToken ct)
        {
            var said = (await db.IncidentCases.AsNoTracking().Where(c => c.IncidentId == id && c.RemovedAt == null && c.AskedAt != null).GroupBy(c => c.WorksAgain).Select(g => new { Said = g.Key, Count = g.Count() }).ToListAsync(ct));
            int Count(bool? of) => said.FirstOrDefault(s => s.Said == of)?.Count ?? 0;
            var resolved = await db.Incidents.AnyAsync(i => i.Id == id && i.ResolvedAt != null, ct);
            return new(said.Sum(s => s.Count), Count(true), Count(false), Count(null), resolved && Count(false) >= Several);
        }

        public async Task<Result<RemedyMade, UpdateRefusal>> RemedyForAll(Id<Incident> id, NewRemedy asked, CurrentAgent by, DateTimeOffset now)
        {
            if (await db.Lock(id).AsNoTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } incident)
                return UpdateRefusal.Unknown;
            if (incident.IsMerged)
                return UpdateRefusal.Merged;
            if (await db.Remedy(asked.Remedy, CancellationToken.None) is not { Retired: false } known)
                return UpdateRefusal.UnknownRemedy;
            if (asked.Amount is not null && known.Unit is null)
                return UpdateRefusal.HasNoAmount;
            var reason = asked.Text is { IsEmpty: false } said ? PlainText.Clean(said.In(Tongue.Japanese)) : incident.Title;
            var remedy = IncidentRemedy.Of(Id<IncidentRemedy>.New(), incident, known, asked.Amount, reason, by, now, now);
            db.IncidentRemedies.Add(remedy);
            await db.SaveChangesAsync(CancellationToken.None);
            db.RingAfterCommit(CollectingMapping.Topic);
            var people = db.IncidentCases.Where(c => c.IncidentId == id && c.RemovedAt == null).Join(db.Set<Cases.Case>(), p => p.CaseId, c => c.Id, (p, c) => c.CustomerId).Distinct();
            return new RemedyMade(remedy.Id, remedy.State, await people.CountAsync(CancellationToken.None));
        }

        /// <summary>One second person's word for all of them.</summary>
        public async Task<Result<RemedyMade, SecondWordRefusal>> AnswerRemedyForAll(Id<Incident> incident, Id<IncidentRemedy> id, bool approve, string? words, CurrentAgent by, DateTimeOffset now)
        {
            if (!by.SeesAll)
                return SecondWordRefusal.ForSupervisors;
            if (await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } remedy || remedy.IncidentId != incident)
                return SecondWordRefusal.Unknown;
            var known = await db.Remedy(remedy.Remedy, CancellationToken.None) ?? new Remedy { Slug = remedy.Remedy, Kind = RemedyKind.Other };
            if (remedy.Answer(known, approve, words is null ? null : PlainText.Clean(words), by, now) is { } why)
                return why;
            await db.SaveChangesAsync(CancellationToken.None);
            db.RingAfterCommit(CollectingMapping.Topic);
            return new RemedyMade(id, remedy.State, (await db.RemediesForAll(incident, CancellationToken.None)).Single(r => r.RemedyId == id).Recipients);
        }

        public async Task<IReadOnlyList<RemedyForAll>> RemediesForAll(Id<Incident> id, CancellationToken ct)
        {
            var remedies = await db.IncidentRemedies.AsNoTracking().Where(r => r.IncidentId == id).OrderBy(r => r.At).ToListAsync(ct);
            if (remedies.Count == 0)
                return [];
            var counts = (await db.IncidentGrants.AsNoTracking().Where(g => g.IncidentId == id).GroupBy(g => new { g.RemedyId, g.State }).Select(g => new { g.Key.RemedyId, g.Key.State, Count = g.Count() }).ToListAsync(ct)).ToLookup(c => c.RemedyId);
            var catalogue = (await db.Catalogue(ct)).ToDictionary(r => r.Slug);
            return [.. remedies.Select(r =>
            {
                int Count(GrantedState state) => counts[r.Id].FirstOrDefault(c => c.State == state)?.Count ?? 0;
                var known = catalogue.GetValueOrDefault(r.Remedy);
                return new RemedyForAll(r.Id, r.Remedy, new(known?.Ja ?? r.Remedy, known?.En ?? r.Remedy), r.Amount, known?.Unit, r.State, r.Reason, r.ByName, r.At, r.SecondName, r.Words,
                    counts[r.Id].Sum(c => c.Count), Count(GrantedState.Granted), Count(GrantedState.Had), Count(GrantedState.Waiting), Count(GrantedState.NotGranted));
            })];
        }

        /// <summary>It is not over: it collects again, and the next word to everybody says how far we are.</summary>
        public async Task<Result<ReopenedIncident, UpdateRefusal>> ReopenIncident(Id<Incident> id, DateTimeOffset now)
        {
            if (await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } incident)
                return UpdateRefusal.Unknown;
            if (incident.IsMerged)
                return UpdateRefusal.Merged;
            if (incident.IsOpen)
                return UpdateRefusal.NotResolved;
            incident.Reopen(now);
            db.RingAfterCommit(CollectingMapping.Topic);
            db.StatusChanged();
            await db.SaveChangesAsync(CancellationToken.None);
            return new ReopenedIncident(id, incident.State, incident.ResolvedAt);
        }
    }
}
