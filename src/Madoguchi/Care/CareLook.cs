using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Care;

/// <summary>Somebody unfolded words and read them whole. Counted: reading it, too, is work.</summary>
public sealed class CareLook
{
    public required Id<CareLook> Id { get; init; }
    public required Id<Case> CaseId { get; init; }
    public required int Entry { get; init; }
    public required Id<Agent> AgentId { get; init; }
    public required string AgentName { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>What an agent wishes for themselves.</summary>
public sealed class CareWish
{
    public required Id<Agent> AgentId { get; init; }

    /// <summary>Nothing is folded for them.</summary>
    public required bool Unfolded { get; set; }
}

/// <summary>The house's own list of one kind in one language, each line with its weight. Without one, the built-in list holds.</summary>
public sealed class CareList
{
    public required Recognizing.CareKind Kind { get; init; }
    public required string Language { get; init; }
    public required List<string> Lines { get; set; }
}

public sealed class CareSettings
{
    public const int UsualThreshold = 3;
    public const int UsualSupervisorMinutes = 60;

    public required int Id { get; init; }

    /// <summary>From this weight on a message is folded.</summary>
    public int Threshold { get; set; } = UsualThreshold;

    /// <summary>A supervisor answers within so many open minutes.</summary>
    public int SupervisorMinutes { get; set; } = UsualSupervisorMinutes;
}
