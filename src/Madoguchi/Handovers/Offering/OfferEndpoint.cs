using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Handovers.Offering;

/// <param name="ToDesk">A slug.</param>
/// <param name="Reason">For the house; no customer reads it.</param>
public sealed record NewOffer(string ToDesk, string Reason) : IChecked
{
    public const int LongestReason = 2_000;

    public IEnumerable<(string Pointer, string Why)> Errors() => [.. Checks.Line("/toDesk", ToDesk), .. Checks.Words("/reason", Reason, LongestReason)];
}

public sealed record OfferMade(Id<Handover> HandoverId, Brief Brief);

public static class OfferEndpoint
{
    public static void MapOffers(this IEndpointRouteBuilder agents) =>
        agents.MapPost("/cases/{caseId:id}/handovers", Offer).WithName("offerHandover").WithSummary("Offers the case to another desk, with a brief; the giver stays responsible until somebody accepts")
            .ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Created<OfferMade>, ProblemHttpResult>> Offer(
        Id<Case> caseId, Body<NewOffer> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", body.Hash), now, db => db.Offer(caseId, body.Value, agent, now), ct);
        return result.Refused(out var why, out var made) ? Explain(why) : TypedResults.Created($"/api/v1/handovers/{made.HandoverId}", made);
    }

    public static ProblemHttpResult Explain(OfferRefusal why) => why switch
    {
        OfferRefusal.Unknown => Problem.NotFound,
        OfferRefusal.WithAnotherDesk => HandoverProblem.WithAnotherDesk("The case is with another desk now: only the owner offers it."),
        OfferRefusal.Closed => HandoverProblem.Closed,
        OfferRefusal.Pending => Problem.Of(409, "handover-pending", "The case is on offer already.", "Withdraw that offer first, or wait for its answer."),
        OfferRefusal.OwnDesk => Problem.Invalid("/toDesk", "The case is at this desk already."),
        OfferRefusal.UnknownDesk => Problem.Invalid("/toDesk", "There is no such desk."),
    };
}
