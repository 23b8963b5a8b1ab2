using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Notices;

/// <summary>Turns a ring into one notice for each person that it is for.</summary>
public sealed class NoticeFollower : OutboxWork
{
    public override string Kind => Ring.Work;

    public override async Task Do(Db db, string payload, DateTimeOffset now)
    {
        var ring = JsonSerializer.Deserialize<Ring>(payload, Json.Options)!; // only ever written from one
        // Answered faster than it rang: kept, but it calls nobody.
        var seen = Ring.UntilAnswered.Contains(ring.Kind) && !await db.Set<Case>().AnyAsync(c => c.Id == ring.CaseId && c.PendingHandoverId != null, CancellationToken.None) ? now : (DateTimeOffset?)null;
        foreach (var agent in await Recipients(db, ring))
        {
            db.Notices.Add(new Notice { Id = Id<Notice>.New(), AgentId = agent, CaseId = ring.CaseId, Kind = ring.Kind, At = now, SeenAt = seen });
            db.RingAfterCommit(Topic.Of(agent));
        }

        await db.SaveChangesAsync(CancellationToken.None);
    }

    private static async Task<List<Id<Agent>>> Recipients(Db db, Ring ring)
    {
        var (named, desks) = (ring.Agents, ring.Desks);
        var people = await db.Agents.AsNoTracking().Where(a => a.LeftAt == null && (named.Contains(a.Id) || a.Seats.Any(s => desks.Contains(s.DeskId))))
            .Select(a => a.Id).ToListAsync(CancellationToken.None);
        return [.. people.Union(await Supervisors(db, ring.SupervisorsOf)).Where(a => a != ring.Except)];
    }

    // Those of the desks in question; without any, all of them; without any at all, the administrators: a ring is never for nobody.
    private static async Task<List<Id<Agent>>> Supervisors(Db db, IReadOnlyList<Id<Desk>> desks)
    {
        if (desks.Count == 0)
            return [];
        var here = await db.Agents.AsNoTracking().Where(a => a.LeftAt == null && a.Role != AgentRole.Agent)
            .Select(a => new { a.Id, a.Role, Near = a.Seats.Any(s => desks.Contains(s.DeskId)) }).ToListAsync(CancellationToken.None);
        var supervisors = here.Where(a => a.Role is AgentRole.Supervisor).ToList();
        var chosen = supervisors.Any(a => a.Near) ? supervisors.Where(a => a.Near) : supervisors.Count > 0 ? supervisors : here;
        return [.. chosen.Select(a => a.Id)];
    }
}
