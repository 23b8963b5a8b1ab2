using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Inbox.Noticing;
using Madoguchi.Inbox.Updating;
using Madoguchi.Incidents;
using Madoguchi.Incidents.Changing;
using Madoguchi.Incidents.Collecting;
using Madoguchi.Incidents.Declaring;
using Madoguchi.Incidents.Maintaining;
using Madoguchi.Rules;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Firefighting;

public static class FirefightingMapping
{
    private const int Shown = 200;
    private const int Drawn = 20_000;

    extension(Db db)
    {
        public async Task<IncidentsView> IncidentsPage(CurrentAgent me, DateTimeOffset now, CancellationToken ct) => new(me, await db.IncidentsNow(null, ct), await db.MaintenancesNow(now, ct), await db.ProposalCards(me, now, ct), now);

        public Task<List<Agent>> Leaders(CancellationToken ct) => db.Agents.AsNoTracking().Where(a => a.LeftAt == null).OrderBy(a => a.Name).ToListAsync(ct);

        /// <summary>The worst of what is open, where it is worse than minor.</summary>
        public async Task<Burning?> Burning(CancellationToken ct)
        {
            var hard = await db.OpenIncidents.AsNoTracking().Where(i => i.Severity != Severity.Minor).ToListAsync(ct);
            return hard.OrderByDescending(i => i.Severity).ThenByDescending(i => i.DeclaredAt).FirstOrDefault() is { } worst ? new(worst.Id, worst.Title, worst.Severity, await db.AffectedBy(worst.Id).CountAsync(ct)) : null;
        }

        /// <summary>Null: there is no such incident.</summary>
        public async Task<IncidentPageView?> IncidentPage(Id<Incident> id, CurrentAgent me, IncidentDraft? draft, string? wrong, DateTimeOffset now, CancellationToken ct)
        {
            if (await db.Incidents.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) is not { } incident)
                return null;
            var came = await db.AffectedBy(id).Join(db.Cases, a => a.CaseId, c => c.Id, (a, c) => c.OpenedAt).OrderBy(at => at).Take(Drawn).ToListAsync(ct);
            return new(
                incident, me, await db.AffectedBy(id).CountAsync(ct), await db.CasesOf(id, me, Shown, ct), Arrivals.Of(came, incident.Since, incident.ResolvedAt ?? now), await db.Leaders(ct),
                await db.IncidentChanges.AsNoTracking().Where(c => c.IncidentId == id).OrderBy(c => c.At).ToListAsync(ct), draft, wrong, now)
            {
                Progress = (await db.ProgressOf(id, me, now, ct))!, // it was there just now
                Others = await db.OpenIncidents.AsNoTracking().Where(i => i.Id != id).OrderByDescending(i => i.DeclaredAt).ToListAsync(ct), Joined = await db.Incidents.AsNoTracking().Where(i => i.MergedInto == id).OrderBy(i => i.MergedAt).ToListAsync(ct),
                GoesOnIn = incident.MergedInto is { } into ? await db.Incidents.AsNoTracking().SingleOrDefaultAsync(i => i.Id == into, ct) : null,
            };
        }

        /// <summary>What is known already of what somebody is about to declare.</summary>
        public async Task<IncidentDraft> DraftFrom(Id<Case>? caseId, Id<Rule>? ruleId, CurrentAgent me, Tongue t, CancellationToken ct)
        {
            if (caseId is { } id && await db.Cases.AsNoTracking().VisibleTo(me, db).SingleOrDefaultAsync(c => c.Id == id, ct) is { } seen)
            {
                var mark = await db.ContactMarks.AsNoTracking().SingleOrDefaultAsync(m => m.CaseId == id, ct);
                return new(mark?.ErrorText ?? (seen.Product is { } product ? t[$"{product}で問題が起きています", $"A problem with {product}"] : ""), Product: seen.Product ?? "", ErrorText: mark?.ErrorText ?? "", Case: id.ToString());
            }

            return ruleId is { } rule && await db.Rules.AsNoTracking().SingleOrDefaultAsync(r => r.Id == rule, ct) is { } broken ? new(broken.Name, Rule: rule.ToString()) : new();
        }
    }
}
