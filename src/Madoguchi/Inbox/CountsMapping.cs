using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Notices;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox;

/// <summary>How many cases stand in each queue of the agent's desks, and what waits for the agent.</summary>
/// <param name="Notices">Not seen yet.</param>
public sealed record Counts(int New, int Open, int Held, int Done, int Mine, int Offered, int Notices);

public static class CountsMapping
{
    extension(Db db)
    {
        public async Task<Counts> CountCases(CurrentAgent agent, CancellationToken ct)
        {
            var (me, desks) = (agent.Id, agent.Desks);
            var ours = db.Cases.AsNoTracking();
            ours = desks.Count > 0 ? ours.Where(c => desks.Contains(c.DeskId)) : ours.VisibleTo(agent, db);
            var byStatus = await ours.GroupBy(c => new { c.Status, Free = c.AgentId == null }).Select(g => new { g.Key.Status, g.Key.Free, Count = g.Count() }).ToListAsync(ct);
            int Sum(IReadOnlyList<Status> statuses, bool? free = null) => byStatus.Where(s => statuses.Contains(s.Status) && (free ?? s.Free) == s.Free).Sum(s => s.Count);
            return new(
                Sum(Queues.WaitingForUs, true), Sum(Queues.WaitingForUs, false), Sum(Queues.Held), Sum(Queues.Done),
                await db.CasesIn(Queue.Mine, desks, agent).CountAsync(ct), await db.CasesIn(Queue.Offered, desks, agent).CountAsync(ct),
                await db.Notices.CountAsync(n => n.AgentId == me && n.SeenAt == null, ct));
        }
    }
}
