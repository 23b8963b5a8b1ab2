using System.Diagnostics;
using System.Runtime.CompilerServices;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases.Following;

/// <summary>What a follower of a case gets: entries in order, passing signals, or neither (a beat). Never two of them at once.</summary>
public sealed record Followed(Entry? Entry = null, Signal? Signal = null);

/// <summary>Follows one case: every entry after a number, once, in order. It holds no database context while it waits,
/// and asks again at each look whether it may still look.</summary>
public sealed class CaseFollower(IDbContextFactory<Db> contexts, Signals signals, Presence presence, TimeProvider clock)
{
    /// <summary>A silent stream says so this often. It costs no query: who must look is rung for, by the write or by <see cref="WatchFollower"/>.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(9);

    private const int Chunk = 200;

    public async IAsyncEnumerable<Followed> Follow(Id<Case> id, int after, Caller caller, [EnumeratorCancellation] CancellationToken ct)
    {
        // An agent who leaves, or loses a seat, is rung for by name.
        using var ear = signals.Listen(caller.Agent is { } agent ? [Topic.Of(id), Topic.Of(agent.Id)] : [Topic.Of(id)]);
        var look = true;
        // Who follows as the customer is there. An agent's key may be a program's: agents are where their pages are.
        using var there = caller.Customer is null ? null : presence.Enter(id, caller);
        var beat = Stopwatch.GetTimestamp();
        while (true)
        {
            var found = look ? await Look(id, after, caller, ct) : [];
            if (found is null)
                yield break; // the right is gone, and with it the stream
            foreach (var entry in found)
            {
                yield return new Followed(entry);
                after = entry.Number;
            }

            if (found.Count == Chunk)
                continue;
            // By its own clock: neither starved by what is heard, nor telling by its rhythm what is not for this reader.
            var left = Beat - Stopwatch.GetElapsedTime(beat);
            var heard = left > TimeSpan.Zero ? await ear.Wait(left, ct) : [];
            look = heard.Any(s => s.Kind == Signal.Look);
            if (Stopwatch.GetElapsedTime(beat) >= Beat)
            {
                beat = Stopwatch.GetTimestamp();
                yield return new Followed();
            }

            foreach (var signal in heard.Where(s => s.Kind != Signal.Look))
                yield return new Followed(Signal: signal);
        }
    }

    private async Task<List<Entry>?> Look(Id<Case> id, int after, Caller caller, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await Still(db, caller, ct) is not { } now)
            return null;
        var last = await db.Cases.VisibleTo(now, db, clock.Now).Where(c => c.Id == id).Select(c => (int?)(now.Agent != null ? c.LastEntry : c.LastShownEntry)).SingleOrDefaultAsync(ct);
        return last is null ? null : last <= after ? [] : await db.EntriesAfter(id, after, now.Agent is not null, Chunk, ct);
    }

    // As they stand now, not as they stood when the stream was opened.
    private static async Task<Caller?> Still(Db db, Caller caller, CancellationToken ct)
    {
        if (!await caller.StillOpens(db, ct))
            return null;
        if (caller.Agent is { } agent)
            return agent == CurrentAgent.Bootstrap ? caller : await db.CurrentAgent(agent.Id, ct) is { } still ? new Caller(still) : null;
        var token = caller.Customer!.Token; // a caller is one or the other
        return await db.Set<CaseToken>().AnyAsync(t => t.Hash == token && t.RevokedAt == null, ct) ? caller : null;
    }
}
