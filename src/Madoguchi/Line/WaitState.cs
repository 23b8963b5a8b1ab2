namespace Madoguchi.Line;

/// <summary>What a desk knows at the moment when it says how long somebody will wait. Seconds from now, everywhere.</summary>
/// <param name="Ahead">Waiting tickets that will be called before this one.</param>
/// <param name="Agents">Who takes tickets now.</param>
/// <param name="Taken">How long a ticket kept an agent, the newest ones.</param>
/// <param name="Open">When the desk is open from now on, in order.</param>
public sealed record WaitState(int Ahead, IReadOnlyList<AgentNow> Agents, IReadOnlyList<double> Taken, IReadOnlyList<OpenStretch> Open)
{
    /// <summary>How long it took an agent with nothing to do to call somebody.</summary>
    public IReadOnlyList<double> Pickups { get; init; } = [];

    /// <summary>How many agents served on each of the recent days.</summary>
    public IReadOnlyList<int> Crews { get; init; } = [];

    /// <summary>Those ahead whose own time has not come yet.</summary>
    public IReadOnlyList<double> Later { get; init; } = [];

    /// <summary>Before this moment the customer does not want to be called.</summary>
    public double NotBefore { get; init; }

    /// <summary>More urgent ones may join yet and go first.</summary>
    public IReadOnlyList<Overtakers> Overtaking { get; init; } = [];

    /// <summary>How many of the tickets that ended lately left before they were called.</summary>
    public Seen Leaving { get; init; } = new(0, 0);
}

/// <param name="Busy">Seconds since the present ticket was called; nothing when the agent is free.</param>
/// <param name="Away">On a break, and expected back.</param>
public readonly record struct AgentNow(double? Busy, bool Away = false);

/// <param name="NewDay">Other agents may have come by then than those who are here now.</param>
public readonly record struct OpenStretch(double From, double To, bool NewDay = false);

/// <param name="Times">How often.</param>
/// <param name="Of">In how many seconds, or among how many.</param>
public readonly record struct Seen(int Times, double Of);

/// <param name="Lately">How often such tickets joined.</param>
/// <param name="Within">A head start is bounded: who joins later than this stands behind.</param>
public readonly record struct Overtakers(Seen Lately, double Within);

/// <summary>Whole seconds. Nine of ten waits lie inside: one of twenty is shorter, one of twenty longer.</summary>
public sealed record WaitRange(int Low, int High);
