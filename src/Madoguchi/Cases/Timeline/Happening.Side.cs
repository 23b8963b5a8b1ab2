namespace Madoguchi.Cases.Timeline;

/// <param name="Added">As they were written.</param>
public sealed record Tagged(IReadOnlyList<string> Added, IReadOnlyList<string> Removed) : Happening;

public sealed record Prioritized(Priority Priority) : Happening;

public sealed record Snoozed(DateTimeOffset Until) : Happening;

/// <summary>Back among what waits for us.</summary>
/// <param name="Because"><c>time</c>, <c>customer</c> or <c>agent</c>.</param>
/// <param name="Agent">Who had laid it aside, and is told when its time has come.</param>
public sealed record Woke(string Because, Guid? Agent = null) : Happening
{
    public const string OfTime = "time";
    public const string ByCustomer = "customer";
    public const string ByAgent = "agent";
}

/// <summary>Words were taken back: customers have them no more, agents read them struck through.</summary>
/// <param name="Entry">Which.</param>
public sealed record MessageWithdrawn(int Entry) : Happening;
