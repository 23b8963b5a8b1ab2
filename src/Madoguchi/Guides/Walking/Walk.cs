using Madoguchi.Cases;
using Madoguchi.Shared;

namespace Madoguchi.Guides.Walking;

public enum WalkState { Walking, Paused, Solved, Exhausted, Stopped }

/// <summary>What is waited for at a walk's place: that the way's risk is agreed to, an answer to its step, or whether it has helped.</summary>
public enum WalkPlace { Risk, Step, Outcome }

/// <summary>What came of a step: done; it did not work, and so the way did not; or it was not understood.</summary>
public enum StepAnswer { Done, Failed, Unclear }

/// <summary>A guide being walked with a customer, way by way and step by step. It changes only while its case is locked, so that both sides stand at the same step.</summary>
public sealed partial class Walk
{
    public required Id<Walk> Id { get; init; }
    public required Id<Case> CaseId { get; init; }
    public required Id<Guide> GuideId { get; init; }

    /// <summary>What the guide said when the walk began; a change of the guide changes no walk.</summary>
    public required int Version { get; init; }

    /// <summary>The ways in the order of the day on which it began.</summary>
    public required List<string> Order { get; init; }

    /// <summary>Tried to their end, in vain.</summary>
    public List<string> Tried { get; set; } = [];

    /// <summary>Left for another way without a result; they come last.</summary>
    public List<string> Aside { get; set; } = [];

    /// <summary>The way that is being walked; the one that has helped, once one has.</summary>
    public required string Way { get; set; }
    public int Step { get; set; }
    public WalkPlace Place { get; set; }
    public WalkState State { get; set; }

    /// <summary>The case's last entry when the way began: pictures sent since belong to it.</summary>
    public int WayEntry { get; set; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }

    public bool IsActive => State is WalkState.Walking or WalkState.Paused;
}

/// <summary>An answer to a step. Never changed.</summary>
public sealed class WalkAnswer
{
    public required Id<Walk> WalkId { get; init; }

    /// <summary>1, 2, 3 … within the walk.</summary>
    public required int Number { get; init; }
    public required Id<Guide> GuideId { get; init; }
    public required int Version { get; init; }
    public required string Way { get; init; }
    public required int Step { get; init; }
    public required StepAnswer Answer { get; init; }

    /// <summary>What was not understood, in the customer's words.</summary>
    public string? Words { get; init; }

    /// <summary>BCP 47: what the customer read it in.</summary>
    public required string Language { get; init; }
    public required DateTimeOffset At { get; init; }
}
