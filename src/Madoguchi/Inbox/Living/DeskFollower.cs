using System.Diagnostics;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Madoguchi.Calls.ComingIn;
using Madoguchi.Care.Folding;
using Madoguchi.Cases;
using Madoguchi.Cases.Following;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Desks.OnDuty;
using Madoguchi.Incidents.Collecting;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Living;

/// <summary>Everything that an agent's browser follows, in one stream: the cases that are open in its tabs, and the lists of the desks.
/// Rights are asked for again at each look; no database context is held while it waits.</summary>
public sealed class DeskFollower(IDbContextFactory<Db> contexts, Signals signals, EntryFragments fragments, Presence presence, Writes writes, TimeProvider clock)
{
    // A busy desk moves all the time; the list is fetched at most this often, and now and then without any hint.
    private static readonly TimeSpan ListsAtMost = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ListsAtLeast = TimeSpan.FromSeconds(60);

    // A right that is taken away is gone within this time, and a silent stream says that it lives.
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(4);

    /// <param name="board">Every desk's lines are on the page, for whom they may be.</param>
    public async IAsyncEnumerable<SseItem<string>> Follow(Caller caller, Dictionary<Id<Case>, int> watched, bool board, Tongue t, [EnumeratorCancellation] CancellationToken ct)
    {
        var me = caller.Agent ?? throw new InvalidOperationException("The workspace is for agents.");
        using var ear = signals.Listen([.. watched.Keys.Select(Topic.Of), .. (await Desks(me, board, ct)).Select(Topic.Of), Topic.Of(me.Id), CollectingMapping.Topic]);
        var cases = watched.Keys.ToDictionary(Topic.Of, id => id);
        using var there = new Visiting(presence);
        var (lists, listsDue, seen) = (new Stopwatch(), true, new Stopwatch()); // the wall clock may be set back
        while (true)
        {
            if (await Look(caller, watched, t, ct) is not { } news)
            {
                yield return new SseItem<string>("", "gone");
                yield break;
            }

            if (!seen.IsRunning || seen.Elapsed >= Duty.PageSpeaks)
            {
                seen.Restart();
                await writes.Write(db => db.SeeOnDuty(me, clock.Now), ct);
            }

            foreach (var one in news.Events)
                yield return one;
            foreach (var id in there.Enter(news.Visible, me))
                yield return new SseItem<string>(Here(id), Presence.Kind);
            if (!lists.IsRunning || (listsDue && lists.Elapsed >= ListsAtMost) || lists.Elapsed >= ListsAtLeast)
            {
                listsDue = false;
                lists.Restart();
                yield return new SseItem<string>("", "reset");
            }

            var heard = await ear.Wait(listsDue ? ListsAtMost : Beat, ct);
            if (heard.Count == 0)
                yield return new SseItem<string>("", "beat");
            listsDue |= heard.Any(s => s.Kind == Signal.Look && !cases.ContainsKey(s.Topic));
            foreach (var passing in heard.Where(s => s.Kind != Signal.Look && cases.TryGetValue(s.Topic, out var at) && news.Visible.Contains(at)))
                yield return new SseItem<string>(WithCase(cases[passing.Topic], passing.Data), passing.Kind);
            foreach (var call in heard.Where(s => s.Kind == AnsweringMapping.Kind && s.Topic == Topic.Of(me.Id)))
                yield return new SseItem<string>(call.Data ?? "{}", call.Kind);
        }
    }

    // Whoever sees all and sits nowhere has the lists of all desks.
    private async Task<IReadOnlyList<Id<Desk>>> Desks(CurrentAgent me, bool board, CancellationToken ct)
    {
        if (!me.SeesAll || (me.Desks.Count > 0 && !board))
            return me.Desks;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Desks.AsNoTracking().Select(d => d.Id).ToListAsync(ct);
    }

    // null: the agent has left, or the session has ended. A case that may not be seen any more falls silent.
    private async Task<News?> Look(Caller caller, Dictionary<Id<Case>, int> watched, Tongue t, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await caller.StillOpens(db, ct) || await db.CurrentAgent(caller.Agent!.Id, ct) is not { } me) // Follow has made sure of an agent
            return null;
        var (ids, news) = (watched.Keys.ToList(), new List<SseItem<string>>());
        if (ids.Count == 0)
            return new([], news);
        var visible = await db.Cases.AsNoTracking().VisibleTo(me, db).Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.LastEntry }).ToListAsync(ct);
        foreach (var one in visible.Where(c => c.LastEntry > watched[c.Id]))
        {
            var entries = await db.EntriesAfter(one.Id, watched[one.Id], inside: true, TimelineEndpoint.PageSize, ct);
            foreach (var html in await fragments.Draw(entries, t, await db.FoldsOf(entries, me, ct)))
                news.Add(new SseItem<string>(html, "entry"));
            var anew = await db.TakenBack(one.Id, entries, inside: true, ct);
            foreach (var html in await fragments.Draw(anew, t, await db.FoldsOf(anew, me, ct)))
                news.Add(new SseItem<string>(html, "swap"));
            news.AddRange(await fragments.Standing(db, one.Id, me, t, ct));
            watched[one.Id] = entries[^1].Number;
        }

        return new([.. visible.Select(c => c.Id)], news);
    }

    // Who is there already; changes follow one by one.
    private string Here(Id<Case> id) => JsonSerializer.Serialize(new
    {
        Case = id, All = true, Customer = presence.Customer(id, null).State, Agents = presence.Colleagues(id).Select(c => new { By = c.Agent, c.Presence.Name, State = c.Presence.Doing, c.Presence.Replying }),
    }, Json.Options);

    private static string WithCase(Id<Case> id, string? data) =>
        data is ['{', .. var rest] ? $$"""{"case":"{{id}}"{{(rest is "}" ? "" : ",")}}{{rest}}""" : $$"""{"case":"{{id}}"}""";

    private sealed record News(IReadOnlyList<Id<Case>> Visible, IReadOnlyList<SseItem<string>> Events);
}
