using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Thanks;

/// <summary>Why thanks were neither taken nor taken back.</summary>
public enum ThanksRefusal { Unknown, NotSolved, TooLate, UnknownAgent }

/// <summary>Why a concern stays open.</summary>
public enum SettleRefusal { Unknown, NotSupervisor, NothingOpen }

/// <summary>What the customer of one case said after it was solved (お礼): once a case, changeable for a day, and theirs to take back.</summary>
public sealed class CaseThanks
{
    public const int Lowest = 1;
    public const int Highest = 5;

    /// <summary>This and below, somebody looks into it.</summary>
    public const int Low = 2;

    /// <summary>A mistaken tap is changed, and words are added, this long.</summary>
    public static readonly TimeSpan Regret = TimeSpan.FromHours(24);

    public required Id<Case> CaseId { get; init; }

    /// <summary>The desk that had the case when it was solved.</summary>
    public required Id<Desk> DeskId { get; set; }

    /// <summary>Nothing, when they would rather not say, or took it back.</summary>
    public int? Score { get; private set; }
    public string? Text { get; private set; }
    public List<Praise> Praises { get; } = [];

    /// <summary>The first tap.</summary>
    public DateTimeOffset? GivenAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>They would rather not say.</summary>
    public bool Declined { get; private set; }

    /// <summary>The last entry that says so.</summary>
    public int Entry { get; set; }

    /// <summary>Since when a low score waits for a supervisor, or waited.</summary>
    public DateTimeOffset? ConcernSince { get; private set; }
    public DateTimeOffset? SettledAt { get; private set; }
    public Id<Agent>? SettledBy { get; private set; }

    /// <summary>What was done about it.</summary>
    public string? CameOfIt { get; private set; }

    public bool IsConcern => ConcernSince is not null && SettledAt is null;

    /// <summary>Asked once: after it was solved, and not again when it was answered or declined.</summary>
    public static bool IsAsked(Case theCase, CaseThanks? before) => theCase.Status is Status.Solved && before is null;

    public DateTimeOffset? ChangeableUntil => GivenAt + Regret;

    public bool IsChangeable(DateTimeOffset now) => ChangeableUntil is not { } until || now <= until;

    public ThanksRefusal? Prevents(Case theCase, DateTimeOffset now) =>
        theCase.Status is not Status.Solved ? ThanksRefusal.NotSolved : IsChangeable(now) ? null : ThanksRefusal.TooLate;

    /// <summary>The same again changes nothing. A low score opens a concern; changed to a better one, it was a mistaken tap.</summary>
    public Result<IReadOnlyList<Happening>, ThanksRefusal> Give(Case theCase, int score, string? text, IReadOnlyList<ThankedAgent> agents, DateTimeOffset now)
    {
        if (Prevents(theCase, now) is { } why)
            return why;
        if (Score == score && Text == text && Praises.Select(p => p.AgentId.Value).ToHashSet().SetEquals(agents.Select(a => a.AgentId)))
            return Array.Empty<Happening>();

        (Score, Text, DeskId, GivenAt, ChangedAt, Declined) = (score, text, theCase.DeskId, GivenAt ?? now, now, false);
        Praises.RemoveAll(p => agents.All(a => a.AgentId != p.AgentId.Value));
        Praises.AddRange(agents.Where(a => Praises.All(p => p.AgentId.Value != a.AgentId)).Select(a => new Praise { CaseId = CaseId, AgentId = new(a.AgentId), Name = a.Name }).ToList());
        var thanked = new Thanked(score, text, agents.Count == 0 ? null : agents);
        if (score > Low)
        {
            Unconcern();
            return new Happening[] { thanked };
        }

        if (ConcernSince is not null)
            return new Happening[] { thanked };
        ConcernSince = now;
        return new Happening[] { thanked, new ConcernOpened(score) };
    }

    /// <summary>Would rather not say. What was said already stays said.</summary>
    public Happening? Decline(Case theCase, DateTimeOffset now)
    {
        if (Declined || GivenAt is not null || theCase.Status is not Status.Solved)
            return null;
        (Declined, ChangedAt) = (true, now);
        return new ThanksDeclined();
    }

    /// <summary>As long as the customer's page opens. Its words stand nowhere any more but in the house's own record.</summary>
    /// <param name="entries">Those that said it.</param>
    public Happening? Withdraw(IReadOnlyList<int> entries, DateTimeOffset now)
    {
        if (Score is null)
            return null;
        (Score, Text, ChangedAt) = (null, null, now);
        Praises.Clear();
        Unconcern();
        return new ThanksWithdrawn(entries);
    }

    public Result<Happening, SettleRefusal> Settle(string cameOfIt, CurrentAgent agent, DateTimeOffset now)
    {
        if (!agent.SeesAll)
            return SettleRefusal.NotSupervisor;
        if (!IsConcern)
            return SettleRefusal.NothingOpen;
        (SettledAt, SettledBy, CameOfIt) = (now, agent.Id, cameOfIt);
        return new ConcernSettled(cameOfIt);
    }

    // What a supervisor has done about it stays on their list.
    private void Unconcern() => ConcernSince = SettledAt is null ? null : ConcernSince;
}

/// <summary>An agent who is thanked by name.</summary>
public sealed class Praise
{
    public required Id<Case> CaseId { get; init; }
    public required Id<Agent> AgentId { get; init; }

    /// <summary>The name that they showed.</summary>
    public required string Name { get; init; }
}
