using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;

namespace Madoguchi.Cases.Denying;

/// <summary>What is missing for a "no".</summary>
public enum Lack
{
    /// <summary>Nothing is cited.</summary>
    Proof,

    /// <summary>An article or a decision is cited, but the customer says that something happened: that has to be looked at.</summary>
    Finding,

    /// <summary>The records say nothing about what the customer says happened. Records have gaps: the technical desk has to answer, too.</summary>
    TechnicalAnswer,
}

/// <summary>What a "no" would rest on.</summary>
/// <param name="Disputed">The customer says that something happened.</param>
/// <param name="Cited">The verdicts of the findings that it cites.</param>
/// <param name="Article">It cites something that the house has written down.</param>
/// <param name="Answered">The technical desk has answered a question about this case.</param>
/// <param name="Decided">It cites a decision that this will not be done.</param>
/// <param name="Concedes">That decision is about a fault which this case is one of: nobody says that it did not happen.</param>
public sealed record Ground(bool Disputed, IReadOnlyList<Verdict> Cited, bool Article = false, bool Answered = false, bool Decided = false, bool Concedes = false);

/// <param name="Marked">What the agent says of it: it declines, it does not; null: nothing was said.</param>
/// <param name="Words">By which it is recognised.</param>
/// <param name="Because">Why it is none, though its words look like one.</param>
/// <param name="Findings">Cited, and the articles' slugs.</param>
/// <param name="Decisions">Cited: that it will not be done.</param>
public sealed record Declining(bool? Marked, IReadOnlyList<string> Words, string? Because, IReadOnlyList<Guid> Findings, IReadOnlyList<string> Articles, IReadOnlyList<Guid>? Decisions = null);

/// <summary>No denial without a finding.</summary>
public static class Gate
{
    /// <summary>What goes on record beside the words; or what they lack, and then they do not go out.</summary>
    public static Result<IReadOnlyList<Happening>, Lack> Pass(Declining said, Ground ground)
    {
        if (said.Marked is not true && said.Words.Count == 0)
            return Array.Empty<Happening>();
        if (said is { Marked: false, Because: { } because })
            return new Happening[] { new NotADenial(said.Words, because) };
        return Missing(ground) is { } lack ? lack : new Happening[] { new Declined(said.Words, said.Findings, said.Articles, said.Decisions is { Count: > 0 } decisions ? decisions : null) };
    }

    /// <summary>Nothing when the ground bears a "no". Whoever found the customer right may still have to decline a part: somebody has looked.</summary>
    public static Lack? Missing(Ground ground) => ground switch
    {
        _ when ground.Cited.Any(v => v is not Verdict.NotInLogs) || ground.Concedes || ((ground.Article || ground.Decided) && !ground.Disputed) => null,
        _ when ground.Cited.Contains(Verdict.NotInLogs) => ground.Answered || !ground.Disputed ? null : Lack.TechnicalAnswer,
        _ => ground.Article || ground.Decided ? Lack.Finding : Lack.Proof,
    };
}
