using System.Text.Json.Serialization;
using Madoguchi.BrokenOff;
using Madoguchi.Calls.CallingBack;
using Madoguchi.Cases;
using Madoguchi.Cases.Approving;
using Madoguchi.Desks;
using Madoguchi.Inbox.Firefighting;
using Madoguchi.Inbox.Lining;
using Madoguchi.Incidents.Collecting;
using Madoguchi.Incidents.Maintaining;
using Madoguchi.Notices;
using Madoguchi.Remedies.Granting;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Madoguchi.Inbox;

/// <summary>How many cases stand in each queue of the agent's desks, and what waits for the agent.</summary>
/// <param name="BrokenOff">Contacts that broke off midway, and nothing was heard since.</param>
/// <param name="InLine">Customers who wait for their turn.</param>
/// <param name="Notices">Not seen yet.</param>
/// <param name="CallBacks">To be made, now or later.</param>
/// <param name="Approvals">What waits for a second person, and that may be the agent.</param>
/// <param name="Incidents">Open now, for everybody.</param>
public sealed record Counts(int New, int Open, int Held, int Done, int Mine, int Offered, int BrokenOff, int InLine, int Notices, int CallBacks = 0, int Approvals = 0, int Incidents = 0)
{
    /// <summary>The hardest of the open incidents that are hard: every page of the workspace says so.</summary>
    [JsonIgnore]
    public Burning? Burning { get; init; }

    /// <summary>A maintenance that runs, or begins within the hour.</summary>
    [JsonIgnore]
    public Maintenance? Planned { get; init; }
}

public static class CountsMapping
{
    private static readonly TimeSpan Soon = TimeSpan.FromHours(1);

    extension(Db db)
    {
        public async Task<Counts> CountCases(CurrentAgent agent, CancellationToken ct)
        {
            var (me, desks) = (agent.Id, agent.Desks);
            var ours = db.Cases.AsNoTracking();
            ours = desks.Count > 0 ? ours.Where(c => desks.Contains(c.DeskId)) : ours.VisibleTo(agent, db);
            var ended = CareStep.Ended;
            var open = agent.SeesAll ? ours : ours.Where(c => c.Care == null || c.Care != ended); // what comes after the last letter is for supervisors
            // The closed ones are by far the most: counted apart, from the index alone.
            var (waiting, held, done) = (Queues.WaitingForUs, Queues.Held, Queues.Done);
            var free = await open.CountAsync(c => waiting.Contains(c.Status) && c.AgentId == null && c.SnoozedUntil == null, ct);
            var aside = await open.CountAsync(c => waiting.Contains(c.Status) && c.SnoozedUntil != null, ct);
            return new(
                free, await open.CountAsync(c => waiting.Contains(c.Status), ct) - free - aside,
                await ours.CountAsync(c => held.Contains(c.Status), ct) + aside, await ours.CountAsync(c => done.Contains(c.Status), ct),
                await db.CasesIn(Queue.Mine, desks, agent).CountAsync(ct), await db.CasesIn(Queue.Offered, desks, agent).CountAsync(ct),
                await db.CountBrokenOff(agent, ct), await db.CountLine(agent, ct),
                await db.Notices.CountAsync(n => n.AgentId == me && n.SeenAt == null, ct), await db.CountCallBacks(agent, ct),
                (await db.WaitingGrants(agent, ct)).Waiting.Count(w => w.Mine) + (await db.Awaiting(agent, ct)).Awaiting.Count(a => a.Mine),
                await db.OpenIncidents.CountAsync(ct))
            { Burning = await db.Burning(ct), Planned = await db.MaintenancesNear(db.GetService<TimeProvider>().Now, Soon, ct) is [var first, ..] ? first : null };
        }
    }
}
