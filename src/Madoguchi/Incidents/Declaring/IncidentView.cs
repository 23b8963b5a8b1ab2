using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Incidents.Resolving;
using Madoguchi.Rules;
using Madoguchi.Shared;

namespace Madoguchi.Incidents.Declaring;

/// <param name="Title">As the house calls it.</param>
/// <param name="PublicTitle">As the status page calls it.</param>
/// <param name="ErrorText">Numbers and ids folded.</param>
/// <param name="Words">What agents may say, for now.</param>
/// <param name="Since">When it began.</param>
/// <param name="Cases">How many are affected, as far as they have told us.</param>
public sealed record IncidentView(
    Id<Incident> IncidentId, string Title, Bilingual PublicTitle, Severity Severity, IncidentState State, string? Product, string? ErrorText, Bilingual? Words, Id<Agent>? Lead, string? LeadName,
    Guid? ProposalId, Id<Rule>? RuleId, DateTimeOffset Since, DateTimeOffset DeclaredAt, string By, DateTimeOffset? ResolvedAt, int Cases)
{
    /// <summary>Cases of this problem fit, where no error text is named.</summary>
    public string? Problem { get; init; }

    /// <summary>Cases in nearly the words of its proposal fit.</summary>
    public bool LikeWords { get; init; }

    /// <summary>Of all customers together (docs/incidents.md); where one incident is asked for.</summary>
    public long? LostMinutes { get; init; }

    /// <summary>What they say to the question whether it works again; where one incident is asked for.</summary>
    public AnswersSoFar? Answers { get; init; }

    /// <summary>It was the same as that one, which goes on with its cases.</summary>
    public Id<Incident>? MergedInto { get; init; }

    public static IncidentView Of(Incident i, int cases) => new(
        i.Id, i.Title, i.Public, i.Severity, i.State, i.Product, i.ErrorText, Bilingual.Of(i.WordsJa, i.WordsEn), i.LeadId, i.LeadName, i.ProposalId, i.RuleId, i.Since, i.DeclaredAt, i.ByName, i.ResolvedAt, cases)
    { MergedInto = i.MergedInto, Problem = i.Problem, LikeWords = i is { Like: not null, LikeWords: true } };
}

public sealed record IncidentList(IReadOnlyList<IncidentView> Incidents);

/// <param name="How"><c>proposed</c>, <c>fitted</c>, or <c>added</c> by hand.</param>
/// <param name="Subject">Only of cases that you may see.</param>
/// <param name="WorksAgain">What was said to the question whether it works again.</param>
public sealed record IncidentCaseView(Id<Case> CaseId, Collected How, DateTimeOffset At, string? Subject, string? Number, Status? Status, DateTimeOffset? AskedAt, bool? WorksAgain, DateTimeOffset? AnsweredAt);

public sealed record IncidentCaseList(IReadOnlyList<IncidentCaseView> Cases);
