using System.Text.Json;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks.Hours;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Line.Keeping;

/// <summary>Sees in the entries what concerns a place in line: the case was settled or moved, its urgency or language changed, the customer was heard of.</summary>
public sealed class TicketFollower : EntryWork
{
    private static readonly string[] Concerning = ["solutionAnswered", "closedBySilence", "followUpAnswered", "handoverAccepted", "takenOver", "prioritized", "described"];

    public override async Task Do(Db db, IReadOnlyList<Entry> entries, DateTimeOffset now)
    {
        var concerned = entries.Where(e => Entry.IsOfCustomer(e.Role, e.Kind) || Concerning.Contains(e.Kind)).ToLookup(e => e.CaseId);
        var ids = concerned.Select(c => c.Key).ToList();
        if (ids.Count == 0)
            return;
        foreach (var id in await db.Tickets.AsNoTracking().Where(t => ids.Contains(t.CaseId) && t.State != TicketState.Served && t.State != TicketState.Left).Select(t => t.CaseId).ToListAsync(CancellationToken.None))
            db.Enqueue(Followed.Work, new Followed(id, concerned[id].Where(e => Entry.IsOfCustomer(e.Role, e.Kind)).Max(e => (DateTimeOffset?)e.At)), now);
    }
}

/// <summary>One case at a time, in a transaction of its own: the lines are locked before the case (docs/adr/0014).</summary>
public sealed class KeepingFollower(HouseZone zone) : OutboxWork
{
    public override string Kind => Followed.Work;

    public override Task Do(Db db, string payload, DateTimeOffset now) => db.Follow(JsonSerializer.Deserialize<Followed>(payload, Json.Options)!, zone, now); // only ever written from one
}
