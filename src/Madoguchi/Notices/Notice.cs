using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Notices;

/// <summary>A ring for one agent: something waits for them.</summary>
public sealed class Notice
{
    /// <summary>A rule about the products' events is broken.</summary>
    public const string RuleBroken = "ruleBroken";

    /// <summary>The page of a month that is over is there.</summary>
    public const string MonthMade = "monthMade";

    /// <summary>A jump in contacts: perhaps an incident.</summary>
    public const string IncidentProposed = "incidentProposed";

    public required Id<Notice> Id { get; init; }
    public required Id<Agent> AgentId { get; init; }
    /// <summary>No case of all: it is about something else (<see cref="About"/>).</summary>
    public required Id<Case> CaseId { get; init; }

    /// <summary>The page that it leads to, where that is no case.</summary>
    public string? About { get; init; }

    /// <summary>What it is about, in a few words, where that is no case.</summary>
    public string? Says { get; init; }

    /// <summary><c>secondOffer</c>, <c>unanswered</c>, <c>returned</c>, <c>offered</c>, <c>preferOwnLanguage</c> …</summary>
    public required string Kind { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? SeenAt { get; set; }
}
