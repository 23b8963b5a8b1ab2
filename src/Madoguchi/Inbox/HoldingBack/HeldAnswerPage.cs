using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Inbox.HoldingBack;

public static class HeldAnswer
{
    /// <summary>What a script puts beside the words that were not sent.</summary>
    public static IResult Of(Tongue t, Id<Case> id, HeldBack held, bool needsReason, string place, string form, string words, HttpContext http)
    {
        http.Response.Headers["X-Held"] = place;
        return new RazorComponentResult<HeldPanel>(new { T = t, Held = held, NeedsReason = needsReason, CaseId = id, Id = place, Form = form, Words = words }) { StatusCode = StatusCodes.Status409Conflict };
    }

    /// <summary>The same for a "no" that nobody has looked into.</summary>
    public static IResult Of(Tongue t, Id<Case> id, ProofNeeded needed, string place, string form, string words, HttpContext http)
    {
        http.Response.Headers["X-Held"] = place;
        return new RazorComponentResult<ProofPanel>(new { T = t, Needed = needed, CaseId = id, Id = place, Form = form, Words = words }) { StatusCode = StatusCodes.Status409Conflict };
    }
}
