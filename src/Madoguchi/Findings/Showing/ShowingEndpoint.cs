using Madoguchi.Cases;
using Madoguchi.Cases.Denying;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Wording;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Findings.Showing;

/// <param name="Text">In your own words; prepared ones in the customer's language, when missing.</param>
/// <param name="Because">Why it is sent although it sends the customer away.</param>
public sealed record NewShowing(string? Text = null, string? Because = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => [.. Text is null ? [] : Checks.Words("/text", Text), .. Overriding.Errors("/because", Because)];
}

public static class ShowingEndpoint
{
    public static void MapShowing(this IEndpointRouteBuilder agents) =>
        agents.MapPost("/cases/{caseId:id}/findings/{findingId:id}/showing", Show).WithName("showFinding").WithSummary("Shows the customer what came of it, in words for people; once")
            .ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Created<Recorded>, ProblemHttpResult>> Show(
        Id<Case> caseId, Id<Finding> findingId, Body<NewShowing> body, Caller caller, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (now, key) = (clock.Now, once.For(caller.Key, body.Hash));
        var hold = new Hold(body.Value.Because, key, Cites: [findingId]);
        var result = await writes.WriteOnce(key, now, db => db.ShowFinding(caseId, findingId, body.Value.Text, caller, hold, now), ct);
        return result.Refused(out var why, out var recorded) ? Explain(why, caseId, hold) : TypedResults.Created((string?)null, recorded);
    }

    private static ProblemHttpResult Explain(ShowRefusal why, Id<Case> id, Hold hold) => why switch
    {
        ShowRefusal.Unknown => Problem.NotFound,
        ShowRefusal.WithAnotherDesk => MessageEndpoint.Explain(CaseRefusal.WithAnotherDesk),
        ShowRefusal.NeedsApproval => MessageEndpoint.Explain(CaseRefusal.NeedsApproval),
        ShowRefusal.Shown => Problem.Of(409, "finding-shown", "The customer has been shown this finding.", "What is to be added is a message."),
        ShowRefusal.SendsAway => HoldProblem.Of(hold.Held!), // refused for it: there is one
        ShowRefusal.NeedsFinding => HoldProblem.Of(id, hold.Unproven!), // refused for it: there is one
        ShowRefusal.UnknownProof => HoldProblem.UnknownProof(hold.Unknown!), // refused for it: there is one
    };
}
