using Madoguchi.Cases.Denying;
using Madoguchi.Shared;

namespace Madoguchi.Findings.Making;

/// <summary>Why a finding is none.</summary>
public enum MakeRefusal
{
    Unknown, WithAnotherDesk,

    /// <summary>No event, no evidence, no look: an opinion.</summary>
    RestsOnNothing,

    /// <summary>Not in the logs, but nobody was looked for: no key ties the customer to them.</summary>
    NobodyLookedFor,

    /// <summary>That a look found nothing contradicts nobody.</summary>
    ContradictsByNothing,


    /// <summary>That a look found nothing confirms nobody, either.</summary>
    ConfirmsByNothing,

    /// <summary>Something is cited that is not there, or not this customer's.</summary>
    UnknownProof,

    /// <summary>No event says when it was begun.</summary>
    NoBeginning,
}

/// <summary>What may be said on what ground: pure.</summary>
public static class Judging
{
    /// <param name="basis">What is cited, and what the server found.</param>
    public static Result<Basis, MakeRefusal> Judge(Verdict verdict, Basis basis, DateTimeOffset? deadline)
    {
        if (basis.IsEmpty)
            return MakeRefusal.RestsOnNothing;
        var cites = basis.Events is { Count: > 0 } || basis.Evidence is { Count: > 0 };
        if (verdict is Verdict.Contradicted && !cites)
            return MakeRefusal.ContradictsByNothing;
        if (verdict is Verdict.Confirmed && !cites && basis.Query is { Count: 0 })
            return MakeRefusal.ConfirmsByNothing;
        if (verdict is Verdict.NotInLogs && basis.Query is { Keys.Count: 0 })
            return MakeRefusal.NobodyLookedFor;
        if (deadline is not { } end)
            return basis;
        return KeptRight.Of((basis.Events ?? []).Select(e => e.Time), end) is { } right ? basis with { Right = right } : MakeRefusal.NoBeginning;
    }
}
