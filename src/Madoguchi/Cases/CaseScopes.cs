using Madoguchi.Desks;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases;

/// <summary>Finding is being allowed: no case is loaded except through one of these.</summary>
public static class CaseScopes
{
    extension(IQueryable<Case> cases)
    {
        /// <summary>What a desk owns, once owned, or is offered, for the agents of that desk; everything for supervisors and administrators.</summary>
        public IQueryable<Case> VisibleTo(CurrentAgent agent, Db db)
        {
            if (agent.SeesAll)
                return cases;
            var desks = agent.Desks;
            return cases.Where(c => db.Set<CaseDesk>().Any(d => d.CaseId == c.Id && desks.Contains(d.DeskId)));
        }

        /// <summary>What the agent sees, and the open cases of a customer whose number was read out to them within the last hour.</summary>
        public IQueryable<Case> TakeableBy(CurrentAgent agent, Db db, DateTimeOffset now)
        {
            if (agent.SeesAll)
                return cases;
            var (desks, me, lately) = (agent.Desks, agent.Id, now - CardLook.Opens);
            return cases.Where(c => db.Set<CaseDesk>().Any(d => d.CaseId == c.Id && desks.Contains(d.DeskId))
                || (c.ClosedAt == null && db.Set<CardLook>().Any(l => l.AgentId == me && l.CustomerId == c.CustomerId && l.At > lately)));
        }

        /// <summary>The one case that a customer's token opens, until 30 days after its closing.</summary>
        public IQueryable<Case> Of(CurrentCustomer customer, DateTimeOffset now)
        {
            var closedAfter = now - Case.OpenAfterClosing;
            return cases.Where(c => c.Id == customer.CaseId && (c.ClosedAt == null || c.ClosedAt > closedAfter));
        }

        public IQueryable<Case> VisibleTo(Caller caller, Db db, DateTimeOffset now) =>
            caller.Agent is { } agent ? cases.VisibleTo(agent, db) : cases.Of(caller.Customer!, now); // a caller is one or the other
    }
}
