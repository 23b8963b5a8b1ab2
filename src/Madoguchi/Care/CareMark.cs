using Madoguchi.Care.Recognizing;
using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Care;

public enum CareVerdict
{
    /// <summary>Shown behind a calm summary.</summary>
    Folded,

    /// <summary>Angry, with a reason that is on record, and not against a person: shown, with the reason.</summary>
    Heard,

    /// <summary>An agent has found that it need not be folded.</summary>
    Open,
}

/// <summary>Words of a customer that were hard to read. For the house only: no customer is ever told of it.</summary>
public sealed class CareMark
{
    public required Id<Case> CaseId { get; init; }

    /// <summary>Which words: their place on the timeline.</summary>
    public required int Entry { get; init; }
    public required CareVerdict Verdict { get; set; }

    /// <summary>The gravest.</summary>
    public required CareKind Kind { get; init; }
    public required List<string> Kinds { get; init; }
    public required int Weight { get; init; }

    /// <summary>How many sentences are folded.</summary>
    public required int Hurts { get; init; }

    /// <summary>What they want, in their own words, without what hurts.</summary>
    public required string Request { get; init; }

    /// <summary>What had gone wrong on our side, by the record: JSON.</summary>
    public required string Reasons { get; init; }

    /// <summary>When it was said.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who was in charge then.</summary>
    public Id<Agent>? AgentId { get; init; }

    /// <summary>The agent who marked it, or took the mark away.</summary>
    public Id<Agent>? ById { get; set; }
    public string? ByName { get; set; }
    public string? Because { get; set; }
    public DateTimeOffset? MarkedAt { get; set; }
}
