using Madoguchi.Evidence;
using Madoguchi.Findings.Making;
using Madoguchi.Findings.Promising;

namespace Madoguchi.Inbox.Concluding;

/// <summary>What was found out about a case, and what the customer was promised of it.</summary>
/// <param name="Findings">Newest first.</param>
/// <param name="Promised">The newest check that is not kept yet.</param>
/// <param name="Unanswered">The customer says that something happened, and nobody has answered yet.</param>
public sealed record FoundOut(IReadOnlyList<FindingView> Findings, CheckView? Promised, bool Unanswered)
{
    public static readonly FoundOut Nothing = new([], null, false);

    public bool IsNothing => Findings.Count == 0 && Promised is null && !Unanswered;
}

/// <param name="MayLook">The owner desk, and the technical desk while it is asked.</param>
/// <param name="Evidence">What a finding can rest on, beside the events.</param>
public sealed record Concluding(bool MayLook, IReadOnlyList<EvidenceItem> Evidence, IReadOnlyList<FindingView> Findings)
{
    public static readonly Concluding Nothing = new(false, [], []);
}
