using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Line.Spreading;

/// <summary>A step on a small ladder by which hard work is spread: a higher one is spared where somebody else can go. It is told to nobody, on no page and by no call; what it comes of stays with the agent.</summary>
public sealed class AgentLoad
{
    /// <summary>After that nothing is known.</summary>
    public static readonly TimeSpan Good = TimeSpan.FromMinutes(15);

    public required Id<Agent> AgentId { get; init; }
    public required int Step { get; set; }
    public required DateTimeOffset At { get; set; }
}

/// <summary>A case known to be hard before anybody takes it.</summary>
public sealed class HeavyCase
{
    public required Id<Case> CaseId { get; init; }
    public required DateTimeOffset At { get; init; }
}
