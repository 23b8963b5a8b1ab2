using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Incidents.Noticing.Proposing;

public enum DismissalRefusal { Unknown, IsIncident }

public static class DismissingMapping
{
    extension(Db db)
    {
        /// <summary>Open proposals, the newest first.</summary>
        public async Task<IReadOnlyList<ProposalView>> ProposalsNow(CancellationToken ct)
        {
            var open = await db.IncidentProposals.AsNoTracking().Where(p => p.State == ProposalState.Open).OrderByDescending(p => p.FoundAt).ToListAsync(ct);
            var ids = open.Select(p => p.Id).ToList();
            var cases = (await db.ProposalCases.AsNoTracking().Where(c => ids.Contains(c.ProposalId)).OrderBy(c => c.At).ThenBy(c => c.CaseId).ToListAsync(ct)).ToLookup(c => c.ProposalId, c => c.CaseId);
            return [.. open.Select(p => new ProposalView(p.Id, p.Kind, p.Product, p.Problem, p.ErrorText, [.. cases[p.Id]], p.Since, p.LastAt, Math.Round(p.Expected, 3), p.Striking, p.Seen, p.People, p.WindowMinutes, Math.Round(p.Odds),
                p.Words.Split('、', StringSplitOptions.RemoveEmptyEntries)))];
        }

        public async Task<Result<Dismissed, DismissalRefusal>> Dismiss(Id<IncidentProposal> id, CurrentAgent by, DateTimeOffset now)
        {
            if (await db.Proposal(id.Value) is not { } proposal)
                return DismissalRefusal.Unknown;
            if (!proposal.Dismiss(by, now) && proposal.State is not ProposalState.Dismissed)
                return DismissalRefusal.IsIncident;
            return await db.Settled(proposal);
        }

        public async Task<Result<Dismissed, DismissalRefusal>> Undismiss(Id<IncidentProposal> id, DateTimeOffset now)
        {
            if (await db.Proposal(id.Value) is not { } proposal)
                return DismissalRefusal.Unknown;
            if (!proposal.TakeBack() && proposal.State is not ProposalState.Open)
                return DismissalRefusal.IsIncident;
            return await db.Settled(proposal);
        }

        private async Task<Dismissed> Settled(IncidentProposal proposal)
        {
            db.RingAfterCommit(ProposalsTopic.Name);
            await db.SaveChangesAsync(CancellationToken.None);
            return new(proposal.Id, proposal.State);
        }
    }
}
