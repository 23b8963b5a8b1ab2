using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Desks;

public static class AgentsChangingMapping
{
    extension(Db db)
    {
        /// <summary>Everybody, those who have left at the end.</summary>
        public async Task<List<AgentView>> AllAgents(CancellationToken ct)
        {
            var slugs = await db.Slugs(ct);
            var agents = await db.Agents.AsNoTracking().Include(a => a.Seats).OrderBy(a => a.LeftAt != null).ThenBy(a => a.CreatedAt).ThenBy(a => a.Email).ToListAsync(ct);
            return [.. agents.Select(a => AgentView.Of(a, slugs))];
        }

        /// <param name="expected">The version that the changer saw, if they care (If-Match).</param>
        public async Task<Result<AgentView, AgentChangedRefusal>> ChangeAgent(Id<Agent> id, AgentChange asked, string? expected, DateTimeOffset now)
        {
            // The last administrator must not vanish between two changes at once: they wait for each other at the same row.
            await db.Agents.Where(a => a.Role == AgentRole.Administrator).OrderBy(a => a.Id).Take(1).ExecuteUpdateAsync(a => a.SetProperty(x => x.Role, x => x.Role), CancellationToken.None);
            if (await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } agent)
                return AgentChangedRefusal.Unknown;
            await db.Entry(agent).Collection(a => a.Seats).LoadAsync(CancellationToken.None);
            var slugs = await db.Slugs(CancellationToken.None);
            if (expected is not null && expected != AgentView.Of(agent, slugs).Version)
                return AgentChangedRefusal.ChangedMeanwhile;
            if (asked.Desks?.Except(slugs.Values).Any() == true)
                return AgentChangedRefusal.UnknownDesk;
            if (agent is { Role: AgentRole.Administrator, LeftAt: null } && (asked.Left == true || asked.Role is not (null or AgentRole.Administrator))
                && !await db.Agents.AnyAsync(a => a.Id != id && a.Role == AgentRole.Administrator && a.LeftAt == null, CancellationToken.None))
                return AgentChangedRefusal.LastAdministrator;

            agent.Change(asked, now);
            if (asked.Desks is { } wanted)
                db.Reseat(agent, [.. slugs.Where(s => wanted.Contains(s.Value)).Select(s => s.Key)]);
            await db.SaveChangesAsync(CancellationToken.None);
            return AgentView.Of(agent, slugs);
        }

        private Task<Dictionary<Id<Desk>, string>> Slugs(CancellationToken ct) => db.Desks.AsNoTracking().ToDictionaryAsync(d => d.Id, d => d.Slug, ct);

        private void Reseat(Agent agent, IReadOnlyList<Id<Desk>> desks)
        {
            db.RemoveRange(agent.Seats.Where(s => !desks.Contains(s.DeskId)));
            agent.Seats.RemoveAll(s => !desks.Contains(s.DeskId));
            agent.Seats.AddRange(desks.Except(agent.Seats.Select(s => s.DeskId)).Select(d => new Seat { AgentId = agent.Id, DeskId = d }));
        }
    }
}
