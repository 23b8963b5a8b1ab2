using Madoguchi.Cases;
using Madoguchi.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Handovers;

/// <param name="State">What the offer is now.</param>
public sealed record HandoverAnswered(Id<Handover> HandoverId, Id<Case> CaseId, HandoverState State, string Desk);

public static class HandoverProblem
{
    public static ProblemHttpResult Closed { get; } = Problem.Of(409, "case-closed", "The case is closed.", "A word of the customer opens it again.");

    public static ProblemHttpResult CustomerWaits { get; } = Problem.Of(409, "customer-waits-for-own-language",
        "The customer would rather wait for their own language.", "Somebody who speaks it may accept; or return the case with that reason.");

    public static ProblemHttpResult WithAnotherDesk(string who) => Problem.Of(403, "with-another-desk", who);

    public static ProblemHttpResult Explain(HandoverRefusal why) => why switch
    {
        HandoverRefusal.Unknown => Problem.NotFound,
        HandoverRefusal.WithAnotherDesk => WithAnotherDesk("This is for the agents of the other desk."),
        HandoverRefusal.Closed => Closed,
        HandoverRefusal.Answered => Problem.Of(409, "handover-answered", "This offer has been answered already."),
        HandoverRefusal.CustomerWaits => CustomerWaits,
    };
}
