using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases.Following;

/// <summary>How near the customer is. Away is not "ended": a line may be lost, a phone put down.</summary>
public enum Nearness { Connected, Away, Gone }

/// <summary>What an agent does at a case, for colleagues only.</summary>
public enum Doing { Viewing, Writing }

/// <summary>One open page (or stream) at a case, here or on another node. Who holds it says so again and again; silence ends it.</summary>
/// <param name="Agent">Nobody when it is the customer.</param>
/// <param name="Since">When it was opened.</param>
/// <param name="Heard">When it was last said to be there.</param>
/// <param name="WritingUntil">Typing fades by itself.</param>
public sealed record PageVisit(Guid Id, Id<Case> CaseId, Id<Agent>? Agent, string? Name, DateTimeOffset Since, DateTimeOffset Heard, DateTimeOffset? WritingUntil = null)
{
    public Doing DoingAt(DateTimeOffset now) => now < WritingUntil ? Doing.Writing : Doing.Viewing;
}

public sealed record CustomerPresence(Nearness State, DateTimeOffset? Since);

/// <param name="Replying">Was the first to write a reply, and writes on: who comes second is told.</param>
public sealed record AgentPresence(string Name, Doing Doing, bool? Replying = null);

/// <summary>Who is at which case. Pure: what was heard and when comes in, who is there comes out.</summary>
public sealed class Visits
{
    /// <summary>A visit that nobody renews ends after this long: its node was killed, its line is dead.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(25);

    /// <summary>After this long without a visit, a customer is gone rather than away.</summary>
    public static readonly TimeSpan AwayFor = TimeSpan.FromMinutes(5);

    /// <summary>One key press is worth this much writing.</summary>
    public static readonly TimeSpan WritingFor = TimeSpan.FromSeconds(6);

    private readonly Dictionary<Id<Case>, AtCase> cases = [];

    public void Renew(PageVisit visit)
    {
        var pages = At(visit.CaseId).Pages;
        pages[visit.Id] = visit with { WritingUntil = pages.GetValueOrDefault(visit.Id)?.WritingUntil };
    }

    /// <param name="reply">To the customer: who begins holds the reply until some seconds after the last key.</param>
    public void Write(Id<Case> caseId, Id<Agent> agent, bool reply, DateTimeOffset now)
    {
        if (!cases.TryGetValue(caseId, out var at))
            return;
        if (reply && (at.Replying is not { } holder || holder.Agent == agent || holder.Until <= now))
            at.Replying = (agent, now + WritingFor);
        foreach (var page in at.Pages.Values.Where(p => p.Agent == agent).ToArray())
            at.Pages[page.Id] = page with { WritingUntil = now + WritingFor };
    }

    public void End(Id<Case> caseId, Guid visit, DateTimeOffset now)
    {
        if (!cases.TryGetValue(caseId, out var at) || !at.Pages.Remove(visit, out var ended))
            return;
        if (ended.Agent is null)
            at.LastSeen = now;
    }

    /// <summary>Takes away what nobody renewed, and forgets cases where nobody has been for long. The customer was last there when last heard of.</summary>
    public void Expire(DateTimeOffset now)
    {
        foreach (var (id, at) in cases.ToArray())
        {
            foreach (var silent in at.Pages.Values.Where(p => now - p.Heard > Silence).ToArray())
                End(id, silent.Id, silent.Heard);
            if (at.Pages.Count == 0 && !(now - at.LastSeen <= AwayFor))
                cases.Remove(id);
        }
    }

    /// <param name="lastSeen">From before this process began.</param>
    public CustomerPresence Customer(Id<Case> caseId, DateTimeOffset? lastSeen, DateTimeOffset now)
    {
        var at = cases.GetValueOrDefault(caseId);
        if (Present(at, now).Where(p => p.Agent is null).Select(p => (DateTimeOffset?)p.Since).Min() is { } since)
            return new(Nearness.Connected, since);
        var last = at?.Pages.Values.Where(p => p.Agent is null).Select(p => (DateTimeOffset?)p.Heard).Append(at.LastSeen).Append(lastSeen).Max() ?? lastSeen;
        return new(now - last <= AwayFor ? Nearness.Away : Nearness.Gone, last);
    }

    /// <summary>Each agent once, however many pages; writing counts more than viewing.</summary>
    public IReadOnlyList<(Id<Agent> Agent, AgentPresence Presence)> Agents(Id<Case> caseId, DateTimeOffset now) =>
    [
        .. Present(cases.GetValueOrDefault(caseId), now).Where(p => p.Agent is not null).GroupBy(p => p.Agent!.Value) // filtered: not null
            .Select(pages => (pages.Key, new AgentPresence(pages.First().Name ?? "", pages.Max(p => p.DoingAt(now)), Holds(caseId, pages.Key, now)))).OrderBy(a => a.Item2.Name, StringComparer.Ordinal),
    ];

    private bool? Holds(Id<Case> caseId, Id<Agent> agent, DateTimeOffset now) => cases[caseId].Replying is { } holder && holder.Agent == agent && now < holder.Until ? true : null;

    public IReadOnlyCollection<Id<Case>> Known => [.. cases.Keys];

    private static IEnumerable<PageVisit> Present(AtCase? at, DateTimeOffset now) => at is null ? [] : at.Pages.Values.Where(p => now - p.Heard <= Silence);

    private AtCase At(Id<Case> id) => cases.TryGetValue(id, out var at) ? at : cases[id] = new();

    private sealed class AtCase
    {
        public Dictionary<Guid, PageVisit> Pages { get; } = [];

        public DateTimeOffset? LastSeen { get; set; }

        public (Id<Agent> Agent, DateTimeOffset Until)? Replying { get; set; }
    }
}
