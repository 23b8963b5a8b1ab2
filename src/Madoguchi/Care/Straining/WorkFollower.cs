using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Care.Straining;

/// <summary>Keeps each agent's own day: what they did, and what made a case hard for them.</summary>
public sealed class WorkFollower : EntryWork
{
    private static readonly TimeSpan LongWalk = TimeSpan.FromMinutes(45);

    public override async Task Do(Db db, IReadOnlyList<Entry> entries, DateTimeOffset now)
    {
        var fresh = entries.Where(e => now - e.At < WorkMark.KeptFor).ToList();
        var ids = fresh.Where(e => HardToBe(e) is not null).Select(e => e.CaseId).Distinct().ToList();
        var inCharge = ids.Count == 0 ? [] : await db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.AgentId }).ToDictionaryAsync(c => c.Id, c => c.AgentId, CancellationToken.None);
        var marks = new List<WorkMark>();
        foreach (var entry in fresh)
        {
            var did = entry is { Role: Role.Agent, ById: { } by } && by != Guid.Empty ? (Id<Agent>?)new Id<Agent>(by) : null;
            var hard = await Hard(db, entry);
            if ((did ?? (hard is null ? null : inCharge.GetValueOrDefault(entry.CaseId))) is { } agent)
                marks.Add(new WorkMark { CaseId = entry.CaseId, Entry = entry.Number, AgentId = agent, At = entry.At, Did = did is not null, Hard = hard });
        }

        var cases = marks.Select(m => m.CaseId).Distinct().ToList();
        var known = (await db.WorkMarks.Where(m => cases.Contains(m.CaseId)).Select(m => new { m.CaseId, m.Entry }).ToListAsync(CancellationToken.None)).Select(m => (m.CaseId, m.Entry)).ToHashSet();
        db.AddRange(marks.DistinctBy(m => (m.CaseId, m.Entry)).Where(m => !known.Contains((m.CaseId, m.Entry))));
        if (fresh.Exists(e => e.Kind == "lineJoined"))
            await db.WeighTickets(now);
        await db.SaveChangesAsync(CancellationToken.None);
    }

    private static async Task<HardKind?> Hard(Db db, Entry entry) => HardToBe(entry) is not HardKind.LongWalk ? HardToBe(entry)
        : await db.Entries.AsNoTracking().Where(e => e.CaseId == entry.CaseId && e.Kind == "walkStarted" && e.Number < entry.Number).OrderByDescending(e => e.Number).Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync(CancellationToken.None) is { } began
            && entry.At - began >= LongWalk ? HardKind.LongWalk : null;

    // By the entry alone: a walk may still turn out to have been short.
    private static HardKind? HardToBe(Entry entry) => entry.Kind switch
    {
        "declined" => HardKind.Denial,
        "supervisorWished" => HardKind.Supervisor,
        "walkEnded" => HardKind.LongWalk,
        "thanked" when ((Thanked)entry.What).Score <= Thanks.CaseThanks.Low => HardKind.Unhappy,
        "worksAgain" when JsonElement.Parse(entry.Body).TryGetProperty("yes", out var yes) && yes.ValueKind is JsonValueKind.False => HardKind.StillBroken,
        _ => null,
    };
}
