using Madoguchi.Shared;

namespace Madoguchi.Desks.OnDuty;

public enum DutyState { Available, Busy, Break, Offline }

/// <summary>How much of a kind of work at once.</summary>
public sealed record Capacity(int Chat, int Call)
{
    public static readonly Capacity Usual = new(3, 1);
}

/// <summary>Where an agent is (在席): what they chose, as long as something speaks for it that they are there.</summary>
public sealed class Duty
{
    /// <summary>A page says every half minute that it is open; twice not heard, it is gone.</summary>
    public static readonly TimeSpan PageGone = TimeSpan.FromSeconds(60);
    public static readonly TimeSpan PageSpeaks = TimeSpan.FromSeconds(30);

    /// <summary>Told over the API there is no page to follow; but nobody works longer than this.</summary>
    public static readonly TimeSpan LongestHeld = TimeSpan.FromHours(12);

    public required Id<Agent> AgentId { get; init; }

    /// <summary>As chosen. What holds is <see cref="At"/>.</summary>
    public DutyState State { get; private set; } = DutyState.Available;
    public DateTimeOffset Since { get; private set; }
    public int Chat { get; private set; } = Capacity.Usual.Chat;
    public int Call { get; private set; } = Capacity.Usual.Call;

    /// <summary>When the workspace was last known to be open.</summary>
    public DateTimeOffset? SeenAt { get; private set; }

    /// <summary>Set over the API: until then it holds without a page.</summary>
    public DateTimeOffset? HoldsUntil { get; private set; }

    /// <summary>Whoever opens the workspace for the first time is there to work.</summary>
    public static Duty New(Id<Agent> agent, DateTimeOffset now) => new() { AgentId = agent, Since = now };

    /// <summary>What holds: offline when nothing speaks for the agent any more, and what was chosen again as soon as the page is back.</summary>
    public DutyState At(DateTimeOffset now) => now < HoldsUntil || now < SeenAt + PageGone ? State : DutyState.Offline;

    /// <summary>Since when that holds.</summary>
    public DateTimeOffset SinceAt(DateTimeOffset now)
    {
        if (At(now) == State)
            return Since;
        var lost = SeenAt + PageGone is { } page && !(page < HoldsUntil) ? page : HoldsUntil ?? Since;
        return lost < Since ? Since : lost;
    }

    public void Choose(DutyState state, int? chat, int? call, bool onPage, DateTimeOffset now)
    {
        if (state != State || At(now) != state)
            Since = now;
        State = state;
        (Chat, Call) = (chat ?? Chat, call ?? Call);
        if (onPage)
            (SeenAt, HoldsUntil) = (now, null);
        else
            HoldsUntil = now + LongestHeld;
    }

    /// <summary>How much at once; where they are stays.</summary>
    public void Carry(Capacity most) => (Chat, Call) = (most.Chat, most.Call);

    /// <summary>The page is open. Whether that is worth a write.</summary>
    public bool See(DateTimeOffset now)
    {
        if (now < SeenAt + PageSpeaks)
            return false;
        // Back after a while: what was chosen holds from now.
        if (At(now) != State)
            Since = now;
        SeenAt = now;
        return true;
    }
}
