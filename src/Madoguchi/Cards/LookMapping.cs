using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cards;

public static class LookMapping
{
    extension(Db db)
    {
        /// <summary>Who looked at the card, and when; each owner desk that is not the agent's own reads it on its case.</summary>
        public async Task Look(Id<Customer> customer, CurrentAgent agent, DateTimeOffset now)
        {
            await db.Keep(customer, agent, now);
            var desks = agent.Desks;
            var elsewhere = await db.Cases.AsNoTracking().Where(c => c.CustomerId == customer && c.ClosedAt == null && !desks.Contains(c.DeskId))
                .OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(CancellationToken.None);
            foreach (var id in elsewhere)
                await db.Tell(id, agent, now);
            await db.SaveChangesAsync(CancellationToken.None);
        }

        private async Task Keep(Id<Customer> customer, CurrentAgent agent, DateTimeOffset now)
        {
            if (await db.CardLooks.AsTracking().SingleOrDefaultAsync(l => l.AgentId == agent.Id && l.CustomerId == customer, CancellationToken.None) is { } before)
                before.At = now;
            else
                db.CardLooks.Add(new CardLook { AgentId = agent.Id, CustomerId = customer, At = now });
        }

        private async Task Tell(Id<Case> id, CurrentAgent agent, DateTimeOffset now)
        {
            var theCase = await db.Lock(id).AsTracking().SingleAsync(CancellationToken.None);
            var (me, lately, kind) = ((Guid?)agent.Id.Value, now - CardLook.Opens, Happening.KindOf(new CardOpened("")));
            if (theCase.IsClosed || await db.Entries.AnyAsync(e => e.CaseId == id && e.Kind == kind && e.ById == me && e.At > lately, CancellationToken.None))
                return;
            var desk = agent.Desks.Count == 0 ? null : await db.Desks.Where(d => d.Id == agent.Desks[0]).Select(d => d.Name).SingleOrDefaultAsync(CancellationToken.None);
            var opened = new CardOpened(desk ?? agent.Name);
            db.Record(theCase, By.Agent(agent, opened.IsInternal), opened, now);
        }
    }
}
