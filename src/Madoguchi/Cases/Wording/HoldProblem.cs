using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Cases.Wording;

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
}
