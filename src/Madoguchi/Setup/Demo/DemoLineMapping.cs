using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Line;
using Madoguchi.Line.Calling;
using Madoguchi.Line.Joining;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Setup.Demo;

/// <summary>The demo's line: some have been served today, some wait.</summary>
public static class DemoLineMapping
{
    extension(Db db)
    {
        public async Task TakeANumber(Act.TakesANumber takes, Id<Case> id, Caller customer, HouseZone zone, DateTimeOffset at)
        {
            var joined = DemoMapping.Done(await db.Join(await db.DeskOf(id), new NewTicket(id, takes.Phone is null ? Through.Chat : Through.Call, takes.Phone), customer, zone, at));
            if (takes.Shown is not { } shown)
                return;
            var ticket = await db.Tickets.AsTracking().SingleAsync(t => t.Id == joined.TicketId, CancellationToken.None);
            (ticket.Low, ticket.High) = (shown.Low, shown.High);
            await db.SaveChangesAsync(CancellationToken.None);
        }

        /// <summary>Called, talked with, served.</summary>
        public async Task Serve(Act.IsServed served, Id<Case> id, IReadOnlyDictionary<string, Caller> agents, DateTimeOffset at)
        {
            var turn = DemoMapping.Done(await db.Next(await db.DeskOf(id), agents[served.Agent].Agent!, at - served.Talk)); // agents: made from agents
            DemoMapping.Done(await db.Outcome(turn.TicketId, TurnResult.Served, agents[served.Agent], at));
        }

        private Task<string> DeskOf(Id<Case> id) => db.Cases.Where(c => c.Id == id).Join(db.Desks, c => c.DeskId, d => d.Id, (c, d) => d.Slug).SingleAsync(CancellationToken.None);
    }
}
