using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Care.Stepping;

/// <summary>A step that somebody took to protect whoever answers, and how it ended. Kept for the employer's duty.</summary>
public sealed class TakenStep
{
    public required Id<TakenStep> Id { get; init; }
    public required Id<Case> CaseId { get; init; }
    public required CareStep Step { get; init; }

    /// <summary>What held until then, and holds again after a step back.</summary>
    public CareStep? Before { get; init; }
    public required string Because { get; init; }
    public required Id<Agent> ById { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Who stands beside.</summary>
    public Id<Agent>? SecondId { get; init; }
    public string? SecondName { get; init; }

    /// <summary>The message to the customer that it came with.</summary>
    public int? Letter { get; init; }
    public DateTimeOffset? BackAt { get; set; }
    public string? BackByName { get; set; }
    public string? BackBecause { get; set; }
}

/// <summary>The house's own words for a step in one language. Without them, the built-in ones hold.</summary>
public sealed class CareLetter
{
    public required CareStep Step { get; init; }
    public required string Language { get; init; }
    public required string Text { get; set; }
}
