using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Rules;
using Madoguchi.Shared;

namespace Madoguchi.Incidents.Declaring;

/// <summary>An incident as it is declared. Only the title is needed; the rest can be said later.</summary>
/// <param name="Title">The public status page shows it, where no other public title is given.</param>
/// <param name="ProposalId">Whose cases it collects, and what it is about.</param>
/// <param name="Product">Cases of this product fit.</param>
/// <param name="ErrorText">Cases with this error text fit; numbers and ids in it do not matter.</param>
/// <param name="Severity"><c>major</c> when missing.</param>
/// <param name="Lead">The agent who leads.</param>
/// <param name="Words">What agents may say, for now.</param>
/// <param name="PublicTitle">As the status page calls it.</param>
/// <param name="CaseId">The case that it was seen by: it belongs to it.</param>
/// <param name="RuleId">The broken rule that it was seen by.</param>
/// <param name="Since">When it began: cases that came since are collected. Without it, those of the last 24 hours.</param>
public sealed record NewIncident(
    string Title, Guid? ProposalId = null, string? Product = null, string? ErrorText = null, Severity? Severity = null, Id<Agent>? Lead = null, Bilingual? Words = null, Bilingual? PublicTitle = null,
    Id<Case>? CaseId = null, Id<Rule>? RuleId = null, DateTimeOffset? Since = null) : IChecked
{
    public const int LongestWords = 2_000;

    public IEnumerable<(string Pointer, string Why)> Errors() =>
        [.. Checks.Line("/title", Title), .. IncidentChecks.Named(Product, ErrorText), .. IncidentChecks.Said("/words", Words, LongestWords), .. IncidentChecks.Title("/publicTitle", PublicTitle)];
}

internal static class IncidentChecks
{
    internal static IEnumerable<(string Pointer, string Why)> Named(string? product, string? errorText) =>
        [.. Checks.Line("/product", product), .. errorText is null ? [] : Checks.Words("/errorText", errorText, 1_000)];

    internal static IEnumerable<(string Pointer, string Why)> Title(string at, Bilingual? title) => [.. Checks.Line(at + "/ja", title?.Ja is "" ? null : title?.Ja), .. Checks.Line(at + "/en", title?.En is "" ? null : title?.En)];

    internal static IEnumerable<(string Pointer, string Why)> Said(string at, Bilingual? said, int longest)
    {
        foreach (var (language, text) in new[] { ("ja", said?.Ja), ("en", said?.En) })
        {
            if (text?.Length > longest)
                yield return ($"{at}/{language}", $"At most {longest} characters; this has {text.Length}.");
        }
    }
}

/// <param name="Before">It had been declared already, by whoever was first.</param>
public sealed record Declared(Id<Incident> IncidentId, bool Before);

public sealed record IncidentMade(Id<Incident> IncidentId);

public enum DeclareRefusal { UnknownProposal, UnknownLead, UnknownCase, UnknownRule, NotYet }
