using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Care.Straining;

/// <summary>That an agent worked on an entry, or that it made a case hard for who was in charge. Seen by themselves alone, and forgotten after a month.</summary>
public sealed class WorkMark
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(31);

    public required Id<Case> CaseId { get; init; }
    public required int Entry { get; init; }
    public required Id<Agent> AgentId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Their own act; else something that came to them.</summary>
    public required bool Did { get; init; }
    public HardKind? Hard { get; init; }
}
