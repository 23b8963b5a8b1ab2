using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases.Denying;

/// <summary>What the check of a customer's words came to.</summary>
public enum Verdict
{
    /// <summary>It happened as the customer says.</summary>
    Confirmed,

    /// <summary>The records say otherwise.</summary>
    Contradicted,

    /// <summary>The records say nothing. That is no "no": records have gaps.</summary>
    NotInLogs,
}

/// <summary>Somebody looked (調査結果): what came of it, and what it rests on. A finding is never changed; a better look makes a new one.</summary>
public sealed class Finding
{
    public required Id<Finding> Id { get; init; }
    public required Id<Case> CaseId { get; init; }

    /// <summary>Its place on the timeline.</summary>
    public required int Entry { get; init; }
    public required Verdict Verdict { get; init; }

    /// <summary>What it counts for under a "no": a look that found nothing is silence, whatever was made of it.</summary>
    public Verdict Weighs => Cases.Denying.Basis.Read(Basis).IsSilence ? Verdict.NotInLogs : Verdict;
    public required string Text { get; init; }

    /// <summary>What it rests on, JSON: cited events and evidence, and the query that the server ran.</summary>
    public required string Basis { get; init; }
    public required Id<Agent> ById { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>When an agent showed it to the customer.</summary>
    public DateTimeOffset? ShownAt { get; set; }
}
