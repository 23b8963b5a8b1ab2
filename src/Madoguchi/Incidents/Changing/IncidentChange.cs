using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Incidents.Declaring;
using Madoguchi.Shared;

namespace Madoguchi.Incidents.Changing;

/// <summary>What is named is changed; an empty text takes the old one away.</summary>
/// <param name="Product">What fits now is collected too; what was collected stays.</param>
/// <param name="Problem">Counts where no error text is named.</param>
/// <param name="LikeWords">Whether cases in nearly the words of its proposal are collected; only of one that came from a proposal found by words.</param>
/// <param name="Lead">The agent who leads; empty: nobody.</param>
/// <param name="Since">When it began: cases that came since are collected.</param>
public sealed record IncidentChange(
    string? Title = null, Severity? Severity = null, string? Product = null, string? ErrorText = null, Bilingual? Words = null, string? Lead = null, Bilingual? PublicTitle = null, DateTimeOffset? Since = null, string? Problem = null, bool? LikeWords = null) : IChecked
{
    internal Id<Agent>? LeadId => Id<Agent>.TryParse(Lead, null, out var id) ? id : null;

    public IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. Checks.Line("/title", Title), .. IncidentChecks.Named(Product is "" ? null : Product, ErrorText is "" ? null : ErrorText), .. IncidentChecks.Said("/words", Words, NewIncident.LongestWords),
        .. IncidentChecks.Title("/publicTitle", PublicTitle), .. Checks.Line("/problem", Problem is "" ? null : Problem), .. Lead is { Length: > 0 } && LeadId is null ? [("/lead", "An agent's id is needed, or nothing.")] : Array.Empty<(string, string)>(),
    ];
}

/// <summary>Who changed what of an incident, for its review. Nothing before, or after: there was, or is, none.</summary>
/// <param name="What"><c>title</c>, <c>severity</c>, <c>product</c>, <c>errorText</c>, <c>problem</c>, <c>likeWords</c>, <c>wordsJa</c>, <c>wordsEn</c>, <c>lead</c>, <c>publicJa</c>, <c>publicEn</c>, <c>since</c>.</param>
public sealed record Changed(string What, string? From, string? To);

/// <summary>The same, kept.</summary>
public sealed class IncidentChanged
{
    public required Id<IncidentChanged> Id { get; init; }
    public required Id<Incident> IncidentId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Id<Agent> ById { get; init; }
    public required string ByName { get; init; }
    public required string What { get; init; }
    public string? From { get; init; }
    public string? To { get; init; }
}

/// <param name="CaseId">Belongs to the incident from now on.</param>
public sealed record CaseOf(Id<Case> CaseId);

public enum ChangeIncidentRefusal { Unknown, UnknownLead, NotYet, UnknownCase, Resolved, WithAnotherIncident }
