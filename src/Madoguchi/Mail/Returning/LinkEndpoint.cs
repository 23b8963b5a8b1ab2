using Madoguchi.Cases;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Mail.Returning;

public static class LinkEndpoint
{
    public static void MapLinks(this IEndpointRouteBuilder agents) =>
        agents.MapPost("/cases/{caseId:id}/link", Send).WithName("sendLink").WithSummary("Mails the customer the link back to the case")
            .ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Ok<LinkSent>, ProblemHttpResult>> Send(Id<Case> caseId, Caller caller, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For(caller.Key, []), now, db => db.SendLink(caseId, caller, now), ct);
        return result.Refused(out var why, out var sent) ? Explain(why) : TypedResults.Ok(sent);
    }

    private static ProblemHttpResult Explain(LinkRefusal why) => why switch
    {
        LinkRefusal.Unknown => Problem.NotFound,
        LinkRefusal.WithAnotherDesk => Problem.Of(403, "with-another-desk", "The case is with another desk now.", "Only the owner desk writes to the customer."),
        LinkRefusal.NoAddress => Problem.Of(409, "no-address", "No mail address of this customer is known.", "Ask for one: it is the fact email."),
    };
}
