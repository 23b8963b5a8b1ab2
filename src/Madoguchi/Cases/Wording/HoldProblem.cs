using Madoguchi.Cases.Denying;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Cases.Wording;

/// <summary>A finding that there is, and whether a denial may rest on it.</summary>
public sealed record Citable(Id<Finding> FindingId, Verdict Verdict, string Text, DateTimeOffset At);

/// <summary>A voice that was decided upon, and the public words to use.</summary>
public sealed record CitableVoice(Guid VoiceId, string Title, string Words);

public static class HoldProblem
{
    /// <summary>Held back: the desk to hand over to, and what was noticed.</summary>
    public static ProblemHttpResult Of(HeldBack held)
    {
        var more = new Dictionary<string, object?> { ["noticed"] = held.Words };
        if (held.Desk is { } desk)
            (more["desk"], more["fits"]) = (desk.Slug, held.Fits ?? []);
        return Problem.Of(409, "hand-over-instead", "This sends the customer away.",
            "Offer the case to the fitting desk: it goes along with everything that was told. If it must be sent, say why in \"because\".", more);
    }

    /// <summary>A "no" that nobody has looked into: what was noticed, what would do, and where to look.</summary>
    public static ProblemHttpResult Of(Id<Case> id, Unproven unproven) => Problem.Of(409, "finding-needed", "This says no, and nobody has looked yet.", Hint(unproven.Held.Lacks), new Dictionary<string, object?>
    {
        ["noticed"] = unproven.Held.Words, ["marked"] = unproven.Held.Marked, ["reason"] = unproven.Held.Lacks,
        ["disputed"] = unproven.Held.Disputed, ["disputedBy"] = unproven.Disputes.Select(d => d.By).Distinct(), ["said"] = unproven.Disputes.SelectMany(d => d.Said ?? []).Distinct(),
        ["wouldDo"] = WouldDo(unproven), ["check"] = Unproven.Check(id, unproven.Around),
        ["findings"] = unproven.Findings.Select(f => new Citable(f.Id, f.Verdict, f.Text, f.At)), ["voices"] = unproven.Precedents.Select(p => new CitableVoice(p.About, p.Title, p.Words)),
    });

    public static ProblemHttpResult UnknownProof(string at) => Problem.Invalid(at, at.StartsWith("/cites", StringComparison.Ordinal) ? "There is no such finding on this case." : at.StartsWith("/voices", StringComparison.Ordinal) ? "Nobody has decided that this will not be done." : "There is no such article.");

    private static IEnumerable<string> WouldDo(Unproven unproven) =>
        ["finding", .. unproven.Held.Disputed ? [] : new[] { "article" }, .. unproven.Precedents.Count > 0 ? ["voice"] : Array.Empty<string>(), .. unproven.Held.Lacks is Lack.TechnicalAnswer ? ["technicalAnswer"] : Array.Empty<string>()];

    private static string Hint(Lack lack) => lack switch
    {
        Lack.Proof => "Look first (\"check\") and cite the finding in \"cites\". \"We have not checked yet\" may be sent at any time. If it is no denial, say \"declines\": false and why in \"because\".",
        Lack.Finding => "The customer says that something happened: an article does not answer that. Look first (\"check\") and cite the finding in \"cites\".",
        Lack.TechnicalAnswer => "The records say nothing, and records have gaps: ask the technical desk. With its answer, this finding may be cited.",
    };
}
