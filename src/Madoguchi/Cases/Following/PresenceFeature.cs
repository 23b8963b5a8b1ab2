using System.Text.Json;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Cases.Following;

/// <summary>Who is at which case now: fed by the open pages of this node and by what the other nodes say of theirs. Nothing of it is in the
/// database but when a customer was last seen. Changes go to whoever follows the case here, as signals of kind <see cref="Kind"/>;
/// those about agents are for agents alone.</summary>
public sealed class Presence(Signals signals, Writes writes, TimeProvider clock, ILogger<Presence> log) : BackgroundService
{
    public const string Kind = "presence";
    private const string BetweenNodes = "presence";
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Noted = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private readonly Visits visits = new();
    private readonly Dictionary<Guid, PageVisit> own = [];
    private readonly Dictionary<Id<Case>, DateTimeOffset> seen = [];
    private readonly Dictionary<Id<Case>, Told> told = [];

    /// <summary>Somebody opened a page (or stream) of this case; disposing it is leaving.</summary>
    public IDisposable Enter(Id<Case> caseId, Caller who)
    {
        var now = clock.Now;
        var visit = new PageVisit(Guid.NewGuid(), caseId, who.Agent?.Id, who.Agent?.Name, now, now);
        lock (gate)
        {
            own[visit.Id] = visit;
            visits.Renew(visit);
            Tell(caseId, now);
        }

        Send([VisitLines.There(visit)]);
        return new Leaving(this, visit);
    }

    /// <summary>An agent presses keys at this case, whatever it becomes.</summary>
    public void Writing(Id<Case> caseId, CurrentAgent agent, bool reply)
    {
        lock (gate)
        {
            visits.Write(caseId, agent.Id, reply, clock.Now);
            Tell(caseId, clock.Now);
        }

        Send([VisitLines.Typing(caseId, agent.Id, reply)]);
    }

    /// <param name="lastSeen">What the database knows of the customer (<see cref="PresenceMapping"/>).</param>
    public CustomerPresence Customer(Id<Case> caseId, DateTimeOffset? lastSeen)
    {
        lock (gate)
            return visits.Customer(caseId, lastSeen, clock.Now);
    }

    public IReadOnlyList<AgentPresence> Agents(Id<Case> caseId)
    {
        lock (gate)
            return [.. visits.Agents(caseId, clock.Now).Select(a => a.Presence)];
    }

    /// <summary>The same with their ids, for pages that follow who comes and goes.</summary>
    public IReadOnlyList<(Id<Agent> Agent, AgentPresence Presence)> Colleagues(Id<Case> caseId)
    {
        lock (gate)
            return visits.Agents(caseId, clock.Now);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Note(cancellationToken);
    }

    /// <summary>Makes durable when customers were last seen: one row a customer and minute at most, all of them in a few works.</summary>
    public async Task Note(CancellationToken ct)
    {
        (Id<Case> Id, DateTimeOffset At)[] now;
        lock (gate)
        {
            foreach (var visit in own.Values.Where(v => v.Agent is null))
                seen[visit.CaseId] = clock.Now;
            now = [.. seen.Select(s => (s.Key, s.Value))];
            seen.Clear();
        }

        try
        {
            foreach (var some in now.Chunk(100))
                await writes.Write(db => db.CustomersSeen(some), ct);
        }
        catch (Exception away) when (away.IsDatabaseAway)
        {
            log.LogWarning("When customers were last seen is not noted this minute: {Reason}", away.Message);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ear = signals.Listen(BetweenNodes);
        var (looked, renewed, noted) = (clock.GetTimestamp(), clock.GetTimestamp(), clock.GetTimestamp());
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var said in await ear.Wait(Look, stoppingToken))
                Hear(said.Data ?? "");
            if (Passed(ref looked, Look))
                Expire();
            if (Passed(ref renewed, Renewal))
                Renew();
            if (Passed(ref noted, Noted))
                await Note(stoppingToken);
        }
    }

    private bool Passed(ref long since, TimeSpan span)
    {
        if (clock.GetElapsedTime(since) < span)
            return false;
        since = clock.GetTimestamp();
        return true;
    }

    private void Leave(PageVisit visit)
    {
        var now = clock.Now;
        lock (gate)
        {
            if (!own.Remove(visit.Id))
                return;
            visits.End(visit.CaseId, visit.Id, now);
            if (visit.Agent is null)
                seen[visit.CaseId] = now;
            Tell(visit.CaseId, now);
        }

        Send([VisitLines.Left(visit)]);
    }

    private void Hear(string pack)
    {
        lock (gate)
        {
            foreach (var about in visits.Hear(pack, own.ContainsKey, clock.Now))
                Tell(about, clock.Now);
        }
    }

    private void Renew()
    {
        PageVisit[] here;
        lock (gate)
            here = [.. own.Values];
        Send(here.Select(VisitLines.There));
    }

    private void Expire()
    {
        lock (gate)
        {
            // Our own pages are there as long as they are open, whatever the clock does.
            foreach (var visit in own.Values)
                visits.Renew(visit with { Heard = clock.Now });
            visits.Expire(clock.Now);
            foreach (var id in visits.Known.Union(told.Keys).ToArray())
                Tell(id, clock.Now);
        }
    }

    private void Send(IEnumerable<string> lines)
    {
        if (!signals.HasOtherNodes)
            return;
        foreach (var pack in VisitLines.Packed(lines))
            signals.Send(new Signal(BetweenNodes, BetweenNodes, pack));
    }

    // Every node works out for itself what changed and tells those who follow the case there.
    private void Tell(Id<Case> id, DateTimeOffset now)
    {
        var before = told.GetValueOrDefault(id) ?? Told.Nobody;
        var state = new Told(visits.Customer(id, null, now), visits.Agents(id, now).ToDictionary(a => a.Agent, a => a.Presence));
        if (state.Customer.State is Nearness.Gone && state.Agents.Count == 0)
            told.Remove(id);
        else
            told[id] = state;

        if (state.Customer.State != before.Customer.State)
            Ring(id, new { role = "customer", state = state.Customer.State, since = state.Customer.Since });
        foreach (var (agent, presence) in state.Agents.Where(a => before.Agents.GetValueOrDefault(a.Key) != a.Value))
            Ring(id, new { role = "agent", by = agent, name = presence.Name, state = presence.Doing, replying = presence.Replying });
        foreach (var (agent, presence) in before.Agents.Where(a => !state.Agents.ContainsKey(a.Key)))
            Ring(id, new { role = "agent", by = agent, name = presence.Name, state = "left" });
    }

    private void Ring(Id<Case> id, object data) => signals.Ring(new Signal(Topic.Of(id), Kind, JsonSerializer.Serialize(data, Json.Options)));

    private sealed record Told(CustomerPresence Customer, IReadOnlyDictionary<Id<Agent>, AgentPresence> Agents)
    {
        public static readonly Told Nobody = new(new(Nearness.Gone, null), new Dictionary<Id<Agent>, AgentPresence>());
    }

    private sealed class Leaving(Presence presence, PageVisit visit) : IDisposable
    {
        public void Dispose() => presence.Leave(visit);
    }
}
