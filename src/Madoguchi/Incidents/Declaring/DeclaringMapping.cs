using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Incidents.Collecting;
using Madoguchi.Incidents.Noticing;
using Madoguchi.Incidents.Noticing.Proposing;
using Madoguchi.Incidents.Showing;
using Madoguchi.Rules;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Incidents.Declaring;

public static class DeclaringMapping
{
    /// <summary>How far back cases are collected where nobody says since when.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromHours(24);

    extension(Db db)
    {
        /// <summary>One incident for one proposal, one rule, one case, however many press the button at once; the cases that fit are in it when this returns.</summary>
        public async Task<Result<Declared, DeclareRefusal>> Declare(NewIncident asked, CurrentAgent by, DateTimeOffset now)
        {
            await db.HoldCollecting();
            if (asked.Since > now)
                return DeclareRefusal.NotYet;
            if (await db.DeclaredBefore(asked) is { } before)
                return new Declared(before, true);
            if (asked.RuleId is { } rule && !await db.Rules.AnyAsync(r => r.Id == rule, CancellationToken.None))
                return DeclareRefusal.UnknownRule;
            if (asked.CaseId is { } seenBy && !await db.Cases.VisibleTo(by, db).AnyAsync(c => c.Id == seenBy, CancellationToken.None))
                return DeclareRefusal.UnknownCase;
            if (asked.Lead is { } who && !await db.Agents.AnyAsync(a => a.Id == who && a.LeftAt == null, CancellationToken.None))
                return DeclareRefusal.UnknownLead;
            var proposal = asked.ProposalId is { } noticed ? await db.Proposal(noticed) : null;
            if (asked.ProposalId is not null && proposal is not { State: ProposalState.Open or ProposalState.Over })
                return DeclareRefusal.UnknownProposal;

            var incident = Begin(asked, by, now);
            if (proposal is not null)
                incident.TakeOver(proposal);
            await db.Lead(incident, asked.Lead);
            db.Incidents.Add(incident);
            await db.SaveChangesAsync(CancellationToken.None);
            if (asked.CaseId is { } first)
                await db.Join(incident, [first], Collected.Added, by, now);
            if (proposal is not null)
                await db.Take(incident, proposal, by, now);
            await db.Gather(incident, now);
            if (asked.Since is null)
                incident.Since = await db.EarliestOf(incident) is { } earliest && earliest < now ? earliest : now;
            await db.SaveChangesAsync(CancellationToken.None);
            db.StatusChanged();
            return new Declared(incident.Id, false);
        }

        // Its cases are the incident's, those of them that no other open incident has.
        private async Task Take(Incident incident, IncidentProposal proposal, CurrentAgent by, DateTimeOffset now)
        {
            var cases = await db.CasesOf(proposal);
            var held = await db.IncidentCases.Where(c => cases.Contains(c.CaseId) && c.RemovedAt == null && db.Set<Incident>().Any(i => i.Id == c.IncidentId && i.ResolvedAt == null)).Select(c => c.CaseId).ToListAsync(CancellationToken.None);
            await db.Join(incident, [.. cases.Except(held)], Collected.Proposed, by, now);
            await db.CloseProposal(proposal, incident.Id, now);
        }

        /// <summary>Names who leads; nobody where there is none.</summary>
        internal async Task Lead(Incident incident, Id<Agent>? lead) =>
            (incident.LeadId, incident.LeadName) = (lead, lead is null ? null : await db.Agents.Where(a => a.Id == lead).Select(a => a.Name).SingleOrDefaultAsync(CancellationToken.None));

        private async Task<Id<Incident>?> DeclaredBefore(NewIncident asked)
        {
            var (proposal, rule, theCase) = (asked.ProposalId, asked.RuleId, asked.CaseId);
            if (proposal is null && rule is null && theCase is null)
                return null;
            var open = db.Incidents.Where(i => (proposal != null && i.ProposalId == proposal)
                || ((i.ResolvedAt == null || i.MergedInto != null) && ((rule != null && i.RuleId == rule) || (theCase != null && db.Set<IncidentCase>().Any(c => c.IncidentId == i.Id && c.CaseId == theCase && c.RemovedAt == null)))));
            foreach (var id in await open.OrderBy(i => i.DeclaredAt).Select(i => i.Id).ToListAsync(CancellationToken.None))
            {
                if (await db.OpenIncident(id, CancellationToken.None) is { } goesOn)
                    return goesOn.Id;
                if (proposal is not null)
                    return id; // it is over: one proposal is one incident
            }

            return null;
        }

        private async Task<DateTimeOffset?> EarliestOf(Incident incident)
        {
            var id = incident.Id;
            return await db.IncidentCases.Where(c => c.IncidentId == id && c.RemovedAt == null).Join(db.Cases, c => c.CaseId, c => c.Id, (_, c) => (DateTimeOffset?)c.OpenedAt).MinAsync(CancellationToken.None);
        }
    }

    private static Incident Begin(NewIncident asked, CurrentAgent by, DateTimeOffset now)
    {
        var (words, title) = ((asked.Words ?? new()).Clean(), (asked.PublicTitle ?? new()).Clean());
        return new()
        {
            Id = Id<Incident>.New(), Title = PlainText.Clean(asked.Title), PublicJa = title.Ja, PublicEn = title.En, Severity = asked.Severity ?? Severity.Major,
            Product = asked.Product is { } product ? PlainText.Clean(product) : null, ErrorText = ErrorText.Fold(asked.ErrorText), WordsJa = words.Ja, WordsEn = words.En, RuleId = asked.RuleId,
            ProposalId = asked.ProposalId, Since = asked.Since?.ToUniversalTime().ToMicroseconds() ?? now, CollectsFrom = asked.Since?.ToUniversalTime().ToMicroseconds() ?? now - Lately, DeclaredAt = now, ById = by.Id, ByName = by.Name, ChangedAt = now,
        };
    }
}
