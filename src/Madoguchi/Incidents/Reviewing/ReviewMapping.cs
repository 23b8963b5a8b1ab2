using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Incidents.Noticing.Proposing;
using Madoguchi.Incidents.Resolving;
using Madoguchi.Incidents.Updating;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Incidents.Reviewing;

/// <summary>What happened when.</summary>
/// <param name="What"><c>began</c>, <c>firstContact</c>, <c>proposed</c>, <c>declared</c>, <c>update</c>, <c>resolved</c>, <c>remedy</c>, <c>firstYes</c>, <c>firstNo</c>.</param>
/// <param name="Count">How many were told, or were granted it.</param>
public sealed record Milestone(DateTimeOffset At, string What, string? By = null, Bilingual? Text = null, int? Count = null);

/// <summary>The record of an incident, reckoned anew each time.</summary>
/// <param name="MinutesToProposal">From the first contact until it was noticed by itself.</param>
/// <param name="MinutesToDeclaration">From the first contact.</param>
/// <param name="MinutesToFirstWord">From the first contact to the first update that went out.</param>
/// <param name="MinutesToResolution">From the first contact.</param>
/// <param name="LostMinutes">Of all customers together.</param>
/// <param name="Words">That agents were given to use.</param>
/// <param name="Version">0: nothing was written down yet.</param>
public sealed record ReviewView(
    Id<Incident> IncidentId, string Title, Bilingual Name, Severity Severity, IncidentState State, DateTimeOffset Since, DateTimeOffset? FirstContactAt, DateTimeOffset? ProposedAt, DateTimeOffset DeclaredAt, DateTimeOffset? FirstWordAt, DateTimeOffset? ResolvedAt,
    long? MinutesToProposal, long? MinutesToDeclaration, long? MinutesToFirstWord, long? MinutesToResolution, int Cases, int Customers, int Told, AnswersSoFar Answers, long LostMinutes, Bilingual? Words, IReadOnlyList<Milestone> Timeline, IReadOnlyList<RemedyForAll> Remedies,
    int Version, string? Learned, IReadOnlyList<FollowUpItem> Items, string? WrittenBy, DateTimeOffset? WrittenAt);

public enum ReviewRefusal { Unknown, ChangedSince }

public static class ReviewMapping
{
    extension(Db db)
    {
        /// <summary>Minutes that customers have lost by this incident, until now.</summary>
        public async Task<long> LostMinutes(Id<Incident> id, DateTimeOffset now, CancellationToken ct) =>
            await db.Incidents.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) is not { } incident ? 0 : (long)LostTime.Of(await db.HitsOf(id, ct), incident.Since, incident.ResolvedAt, DateTimeOffset.MinValue, now).TotalMinutes;

        /// <summary>Hours that customers lost by incidents between two moments.</summary>
        public async Task<double> LostHours(DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
        {
            var lost = TimeSpan.Zero;
            foreach (var incident in await db.Incidents.AsNoTracking().Where(i => i.Since < to && i.MergedInto == null).ToListAsync(ct))
                lost += LostTime.Of(await db.HitsOf(incident.Id, ct), incident.Since, incident.ResolvedAt, from, to);
            return lost.TotalHours;
        }

        public async Task<ReviewView?> ReviewOf(Id<Incident> id, DateTimeOffset now, CancellationToken ct)
        {
            if (await db.Incidents.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) is not { } incident)
                return null;
            var (hits, updates, remedies) = (await db.HitsOf(id, ct), (await db.UpdatesOf(id, null, ct)).Where(u => u.CalledOffAt is null && u.DueAt <= now).OrderBy(u => u.DueAt).ToList(), await db.RemediesForAll(id, ct));
            var first = hits.Count == 0 ? (DateTimeOffset?)null : hits.Min(h => h.ToldAt);
            var word = updates.Count == 0 ? (DateTimeOffset?)null : updates[0].DueAt;
            var proposed = await db.IncidentProposals.AsNoTracking().Where(p => p.IncidentId == id).MinAsync(p => (DateTimeOffset?)p.FoundAt, ct);
            var written = await db.IncidentReviews.AsNoTracking().Where(r => r.IncidentId == id).OrderByDescending(r => r.Version).FirstOrDefaultAsync(ct);
            long? Minutes(DateTimeOffset? until) => first is { } from && until is { } end ? (long)(end - from).TotalMinutes : null;
            return new(id, incident.Title, incident.Name, incident.Severity, incident.State, incident.Since, first, proposed, incident.DeclaredAt, word, incident.ResolvedAt,
                Minutes(proposed), Minutes(incident.DeclaredAt), Minutes(word), Minutes(incident.ResolvedAt), hits.Count, hits.Select(h => h.Customer).Distinct().Count(), updates.Sum(u => u.Told), await db.AnswersOf(id, ct),
                (long)LostTime.Of(hits, incident.Since, incident.ResolvedAt, DateTimeOffset.MinValue, now).TotalMinutes, Bilingual.Of(incident.WordsJa, incident.WordsEn), [.. Timeline(incident, hits, first, proposed, updates, remedies).OrderBy(m => m.At)], remedies,
                written?.Version ?? 0, written?.Learned, written?.FollowUps ?? [], written?.ByName, written?.At);
        }

        /// <param name="seen">The version that the writer had before them; nothing: whatever it was.</param>
        public async Task<Result<int, ReviewRefusal>> WriteReview(Id<Incident> id, NewReview asked, int? seen, CurrentAgent by, DateTimeOffset now)
        {
            if (await db.Lock(id).AsNoTracking().SingleOrDefaultAsync(CancellationToken.None) is null)
                return ReviewRefusal.Unknown;
            var last = await db.IncidentReviews.Where(r => r.IncidentId == id).MaxAsync(r => (int?)r.Version, CancellationToken.None) ?? 0;
            if (seen is { } version && version != last)
                return ReviewRefusal.ChangedSince;
            db.IncidentReviews.Add(IncidentReview.Of(id, last + 1, asked, by, now));
            await db.SaveChangesAsync(CancellationToken.None);
            return last + 1;
        }

        private Task<List<Hit>> HitsOf(Id<Incident> id, CancellationToken ct) =>
            db.IncidentCases.AsNoTracking().Where(p => p.IncidentId == id && p.RemovedAt == null)
                .Join(db.Cases, p => p.CaseId, c => c.Id, (p, c) => new Hit(c.CustomerId, c.OpenedAt, c.ClosedAt, p.WorksAgain, p.AnsweredAt, p.SaidNoAt)).ToListAsync(ct);
    }

    private static IEnumerable<Milestone> Timeline(Incident incident, List<Hit> hits, DateTimeOffset? first, DateTimeOffset? proposed, List<UpdateView> updates, IReadOnlyList<RemedyForAll> remedies)
    {
        yield return new(incident.Since, "began");
        if (first is { } contact)
            yield return new(contact, "firstContact");
        if (proposed is { } noticed)
            yield return new(noticed, "proposed");
        yield return new(incident.DeclaredAt, "declared", incident.ByName);
        foreach (var update in updates)
            yield return new(update.DueAt, update.State is IncidentState.Resolved ? "resolved" : "update", update.By, update.Text, update.Told);
        foreach (var remedy in remedies)
            yield return new(remedy.At, "remedy", remedy.By, remedy.Name, remedy.Granted);
        foreach (var (said, what) in new[] { (true, "firstYes"), (false, "firstNo") })
        {
            if (hits.Where(h => h.WorksAgain == said).Min(h => h.AnsweredAt) is { } at)
                yield return new(at, what);
        }
    }
}
