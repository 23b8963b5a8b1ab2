using Madoguchi.Shared;

namespace Madoguchi.Desks.OnDuty;

/// <summary>That an agent changed where they are. For their own day alone.</summary>
public sealed class DutyStep
{
    public required Id<Agent> AgentId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required DutyState State { get; init; }
}
