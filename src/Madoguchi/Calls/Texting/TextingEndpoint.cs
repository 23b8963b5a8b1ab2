using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Calls.Texting;

public static class TextingEndpoint
{
    public static void MapTexting(this IEndpointRouteBuilder agents, IEndpointRouteBuilder administrators)
    {
        agents.MapPost("/cases/{caseId:id}/text", Send).WithName("textLink").WithSummary("Sends the customer the link back to the case by text message").ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);
        administrators.MapGet("/texts", async (Db db, CancellationToken ct) => TypedResults.Ok(await db.UnsentTexts(ct))).WithName("listTexts").WithSummary("Text messages that have not gone out: parked ones first").ProducesProblem(404);
        administrators.MapPost("/texts/{textId:id}/retry", Retry).WithName("retryText").WithSummary("A parked text message is tried again").ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<Results<Ok<LinkTexted>, ProblemHttpResult>> Send(Id<Case> caseId, Caller caller, GatewayClient gateway, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For(caller.Key, []), now, db => db.TextLink(caseId, caller, gateway.IsOn, now), ct);
        return result.Refused(out var why, out var sent) ? Explain(why) : TypedResults.Ok(sent);
    }

    private static async Task<Results<Ok<TextView>, ProblemHttpResult>> Retry(Id<TextMessage> textId, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", []), now, db => db.TryTextAgain(textId, now), ct);
        return result.Refused(out var why, out var tried)
            ? why switch
            {
                RetryTextRefusal.Unknown => Problem.NotFound,
                RetryTextRefusal.NotParked => Problem.Of(409, "not-parked", "The message is on its way, or has gone.", "Only what is parked is tried again by hand."),
            }
            : TypedResults.Ok(tried);
    }

    private static ProblemHttpResult Explain(TextRefusal why) => why switch
    {
        TextRefusal.Unknown => Problem.NotFound,
        TextRefusal.WithAnotherDesk => Problem.Of(403, "with-another-desk", "The case is with another desk now.", "Only the owner desk writes to the customer."),
        TextRefusal.NoNumber => Problem.Of(409, "no-number", "No mobile number of this customer is known.", "Ask for one: it is the fact phone."),
        TextRefusal.NoGateway => Problem.Of(409, "no-gateway", "No gateway for text messages is set.", "An administrator sets Madoguchi:Texting."),
    };
}
