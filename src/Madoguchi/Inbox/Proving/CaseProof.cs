using Madoguchi.Evidence;
using Madoguchi.Inbox.Escalating;
using Madoguchi.Rules.Broken;

namespace Madoguchi.Inbox.Proving;

/// <summary>What proves or disproves a customer's words, as the card beside the case shows it. Each part says nothing while there is nothing.</summary>
public sealed record CaseProof
{
    public static readonly CaseProof None = new();

    /// <summary>What the products said; null while none has ever said anything.</summary>
    public LogGlance? Log { get; init; }

    /// <summary>A question to the technical desk that waits for somebody.</summary>
    public QuestionNow? Question { get; init; }

    /// <summary>What was found out, and what was promised of it.</summary>
    public Concluding.FoundOut Found { get; init; } = Concluding.FoundOut.Nothing;

    /// <summary>Rules that are broken for this customer.</summary>
    public IReadOnlyList<CaseBreak> Breaks { get; init; } = [];

    /// <summary>Granted, waiting or declined; the oldest first.</summary>
    public IReadOnlyList<Remedies.Grant> Remedies { get; init; } = [];

    /// <summary>What was given, newest first.</summary>
    public IReadOnlyList<EvidenceItem> Evidence { get; init; } = [];

    /// <summary>What this customer registered for campaigns.</summary>
    public IReadOnlyList<Campaigns.Finding.RegistrationFound> Registrations { get; init; } = [];
}
