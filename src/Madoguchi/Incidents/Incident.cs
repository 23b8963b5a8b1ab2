using Madoguchi.Desks;
using Madoguchi.Incidents.Noticing;
using Madoguchi.Incidents.Noticing.Jumps;
using Madoguchi.Incidents.Noticing.Proposing;
using Madoguchi.Rules;
using Madoguchi.Shared;

namespace Madoguchi.Incidents;

/// <summary>How hard it hits, in the words of public status pages.</summary>
public enum Severity { Minor, Major, Critical }

/// <summary>How far the fire brigade is, in the words of public status pages.</summary>
public enum IncidentState { Investigating, Identified, Monitoring, Resolved }

/// <summary>Something is broken for many at once (障害): what it is, whom it hits, and how far we are.</summary>
public sealed partial class Incident
{
    public required Id<Incident> Id { get; init; }

    /// <summary>As it was declared; what the house calls it.</summary>
    public required string Title { get; set; }

    /// <summary>What the public reads; the house's own title where nothing is written.</summary>
    public string? PublicJa { get; set; }
    public string? PublicEn { get; set; }

    public Severity Severity { get; set; } = Severity.Major;
    public IncidentState State { get; set; } = IncidentState.Investigating;

    /// <summary>Which contacts fit: of this product, where one is named …</summary>
    public string? Product { get; set; }

    /// <summary>… and with this error text, where one is named; numbers and ids folded, or with its short numbers where a proposal is about just that one.</summary>
    public string? ErrorText { get; set; }

    /// <summary>Where no error text is named: of this problem …</summary>
    public string? Problem { get; set; }

    /// <summary>… or in nearly the words of the proposal that it came from: the sketch of the first of them. By words alone nothing is collected that nobody proposed.</summary>
    public string? Like { get; set; }

    /// <summary>Somebody may have seen that the words collect too much.</summary>
    public bool LikeWords { get; set; }

    /// <summary>The words that agents may use, for now.</summary>
    public string? WordsJa { get; set; }
    public string? WordsEn { get; set; }

    public Id<Agent>? LeadId { get; set; }
    public string? LeadName { get; set; }

    /// <summary>The proposal or the rule that it came from.</summary>
    public Guid? ProposalId { get; init; }
    public Id<Rule>? RuleId { get; init; }

    /// <summary>When it began, as far as one knows.</summary>
    public required DateTimeOffset Since { get; set; }

    /// <summary>Whoever came before this has another trouble, however alike it looks.</summary>
    public DateTimeOffset CollectsFrom { get; set; }
    public required DateTimeOffset DeclaredAt { get; init; }
    public required Id<Agent> ById { get; init; }
    public required string ByName { get; init; }
    public DateTimeOffset? ResolvedAt { get; set; }
    public DateTimeOffset ChangedAt { get; set; }

    public bool IsOpen => ResolvedAt is null;

    /// <summary>Where nothing is named, nothing fits by itself: cases are added by hand.</summary>
    public bool Collects => Product is not null || ErrorText is not null || Problem is not null || ByWords;

    private bool ByWords => LikeWords && Like is not null && ErrorText is null;

    /// <summary>Whether a contact is one of these, by the few words that one counts by.</summary>
    public bool Fits(ContactMark mark) => Collects && (Product is null || ContactMark.Same(Product, mark.Product))
        && (ErrorText is { } error ? error == mark.ErrorText || error == mark.Exact : (Problem is null || ContactMark.Same(Problem, mark.Problem)) && (!ByWords || Noticing.Jumps.Told.Of(mark).Resembles(Like!))); // by words: there are some

    /// <summary>What the proposal is about, where the one who declared said nothing else.</summary>
    public void TakeOver(IncidentProposal proposal)
    {
        (Since, CollectsFrom) = (proposal.Since, proposal.Since);
        if (proposal.Kind is JumpKind.Words && ErrorText is null)
        {
            // They tell it within a product, too.
            (Like, LikeWords, Product) = (proposal.Key, true, Product ?? (proposal.IsNarrowed ? proposal.Product : null));
            return;
        }

        if (Collects)
            return;
        Problem = proposal.Kind is JumpKind.Problem ? proposal.Problem : null;
        // An error text is the same trouble with whatever product; the product alone, or narrowed to it, is a part of it.
        (ErrorText, Product) = (proposal.ErrorText, proposal.IsNarrowed || proposal.Kind is JumpKind.Product ? proposal.Product : null);
    }

    /// <summary>What names more is nearer: an error text (or its words) before a problem, that before a product, two before one.</summary>
    public int Nearness => (ErrorText is not null || ByWords ? 4 : Problem is not null ? 2 : 0) + (Product is null ? 0 : 1);

    public Bilingual Public => new(PublicJa ?? PublicEn ?? Title, PublicEn ?? PublicJa ?? Title);
}
