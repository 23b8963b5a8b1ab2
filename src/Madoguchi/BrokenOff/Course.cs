using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;

namespace Madoguchi.BrokenOff;

/// <summary>What the judge of broken-off contacts needs to know of an entry.</summary>
/// <param name="Body">Of the few kinds whose words matter.</param>
public sealed record Step(Id<Case> CaseId, DateTimeOffset At, string Kind, Role Role, bool Internal, string? Body = null)
{
    public bool IsOfCustomer => Entry.IsOfCustomer(Role, Kind);
}

/// <summary>Something after which people tend to go: a "no", or an offer.</summary>
public sealed record Turn(BreakKind How, DateTimeOffset At);

/// <summary>How a conversation went, as far as breaking off is concerned.</summary>
/// <param name="FirstAnswerAt">The desk's first word.</param>
/// <param name="LastSpokeAt">The customer's last.</param>
/// <param name="Turn">The last "no" or offer that the customer has said nothing after.</param>
public sealed record Course(DateTimeOffset? FirstAnswerAt, DateTimeOffset? LastSpokeAt, Turn? Turn)
{
    public const string Denial = "solutionAnswered";

    /// <summary>Kinds of entries that can be a turn.</summary>
    public static readonly IReadOnlyList<string> Turns =
        ["question", "factPromised", Denial, "handoverReturned", "sentAnyway", "handoverOffered", "languageAhead", "solutionProposed"];

    /// <param name="steps">Of one case, oldest first.</param>
    public static Course Of(IEnumerable<Step> steps)
    {
        var course = new Course(null, null, null);
        foreach (var step in steps)
        {
            course = course with
            {
                FirstAnswerAt = course.FirstAnswerAt ?? (step is { Role: Role.Agent, Internal: false, IsOfCustomer: false } ? step.At : null),
                LastSpokeAt = step.IsOfCustomer ? step.At : course.LastSpokeAt,
                Turn = After(step, course.Turn),
            };
        }

        return course;
    }

    private static Turn? After(Step step, Turn? before) => step.Kind switch
    {
        "question" or "handoverReturned" or "sentAnyway" => new(BreakKind.AfterRefusal, step.At),
        // The customer's own "no": they cannot tell it now, or it did not help.
        "factPromised" when step.Role is Role.Customer => new(BreakKind.AfterRefusal, step.At),
        Denial => IsDenied(step) ? new(BreakKind.AfterRefusal, step.At) : null,
        "handoverOffered" or "languageAhead" or "solutionProposed" => new(BreakKind.AfterOffer, step.At),
        "handoverAccepted" or "handoverWithdrawn" or "takenOver" or "fact" => null,
        _ => step.IsOfCustomer ? null : before,
    };

    private static bool IsDenied(Step step) => step.Body is { } body && Happening.Read(Denial, body) is SolutionAnswered { Solved: false };
}
