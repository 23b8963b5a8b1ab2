using Madoguchi.Cases.Denying;
using Madoguchi.Shared;

namespace Madoguchi.Findings.Making;

/// <summary>Why a finding is none.</summary>
public enum MakeRefusal
{
    Unknown, WithAnotherDesk,

    /// <summary>No event, no evidence, no look: an opinion.</summary>
    RestsOnNothing,

    /// <summary>Something is cited that is not there, or not this customer's.</summary>
    UnknownProof,

    /// <summary>No event says when it was begun.</summary>
    NoBeginning,
}

/// <summary>What may be said on what ground: pure.</summary>
public static class Judging
{
    /// <param name="basis">What is cited, and what the server found.</param>
    public static Result<Basis, MakeRefusal> Judge(Basis basis, DateTimeOffset? deadline)
    {
        if (basis.IsEmpty)
            return MakeRefusal.RestsOnNothing;
        if (deadline is not { } end)
            return basis;
        return KeptRight.Of((basis.Events ?? []).Select(e => e.Time), end) is { } right ? basis with { Right = right } : MakeRefusal.NoBeginning;
    }
}
