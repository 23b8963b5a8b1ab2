using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Handovers;

public static class HandoversMapping
{
    extension(IQueryable<Handover> handovers)
    {
        /// <summary>The giver's and the taker's agents; everything for supervisors and administrators.</summary>
        public IQueryable<Handover> VisibleTo(CurrentAgent agent)
        {
            if (agent.SeesAll)
                return handovers;
            var desks = agent.Desks;
            return handovers.Where(h => desks.Contains(h.FromDeskId) || desks.Contains(h.ToDeskId));
        }
    }

    extension(Db db)
    {
        /// <summary>What waits for an answer of the agent's own desks. An offer on a case that was closed meanwhile waits for nobody.</summary>
        public IQueryable<Handover> OfferedTo(CurrentAgent agent)
        {
            var desks = agent.Desks;
            return db.Handovers.AsNoTracking().Where(h => h.State == HandoverState.Offered && desks.Contains(h.ToDeskId)
                && db.Set<Case>().Any(c => c.Id == h.CaseId && c.PendingHandoverId == h.Id && c.ClosedAt == null));
        }

        /// <summary>The offer and its case, locked. The right to see the offer is enough: a desk whose offer was withdrawn meanwhile hears
        /// so, though it no longer reads the case.</summary>
        internal async Task<Offered?> FindOffer(Id<Handover> id, CurrentAgent agent)
        {
            var known = await db.Handovers.AsNoTracking().VisibleTo(agent).Where(h => h.Id == id).Select(h => new { h.CaseId }).SingleOrDefaultAsync(CancellationToken.None);
            return known is null ? null : await db.LockOffer(id, known.CaseId);
        }

        internal async Task<Offered> LockOffer(Id<Handover> id, Id<Case> caseId)
        {
            // The case first, always: whoever hands over, takes over or closes waits here for each other.
            var theCase = await db.Lock(caseId).AsTracking().SingleAsync(CancellationToken.None);
            var offer = await db.Handovers.AsTracking().SingleAsync(h => h.Id == id, CancellationToken.None);
            return new(theCase, offer, await db.Named(offer.FromDeskId), await db.Named(offer.ToDeskId));
        }

        internal Task<Desk> Named(Id<Desk> id) => db.Desks.AsNoTracking().SingleAsync(d => d.Id == id, CancellationToken.None);

        /// <summary>The reading rights after a move: the new owner owns, the old one has owned.</summary>
        internal async Task MoveReading(Id<Case> id, Id<Desk> from, Id<Desk> to)
        {
            var rows = await db.CaseDesks.AsTracking().Where(d => d.CaseId == id).ToListAsync(CancellationToken.None);
            rows.Single(d => d.DeskId == from).Why = Why.Owned;
            if (rows.SingleOrDefault(d => d.DeskId == to) is { } there)
                there.Why = Why.Owns;
            else
                db.CaseDesks.Add(new CaseDesk { CaseId = id, DeskId = to, Why = Why.Owns });
            db.RingAfterCommit(Topic.Of(from));
            db.RingAfterCommit(Topic.Of(to));
        }
    }

    internal sealed record Offered(Case Case, Handover Offer, Desk From, Desk To);
}
