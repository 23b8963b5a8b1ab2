using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Notices;

/// <summary>A ring for one agent: something waits for them.</summary>
public sealed class Notice
{
    public required Id<Notice> Id { get; init; }
    public required Id<Agent> AgentId { get; init; }
    public required Id<Case> CaseId { get; init; }

    /// <summary><c>secondOffer</c>, <c>unanswered</c>, <c>returned</c>, <c>offered</c>, <c>preferOwnLanguage</c> …</summary>
    public required string Kind { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? SeenAt { get; set; }
}
