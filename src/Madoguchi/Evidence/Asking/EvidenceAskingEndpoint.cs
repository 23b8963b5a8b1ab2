using Madoguchi.Cases;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Wording;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Evidence.Asking;

public static class EvidenceAskingEndpoint
{
    public static void MapEvidenceAsking(this IEndpointRouteBuilder agents) =>
        agents.MapPost("/cases/{caseId:id}/evidence-requests", Ask).WithName("askForEvidence").WithSummary("Asks the customer for evidence, with the steps for their device").ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Created<EvidenceRequested>, ProblemHttpResult>> Ask(
        Id<Case> caseId, Body<EvidenceRequest> body, Caller caller, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (now, key) = (clock.Now, once.For(caller.Key, body.Hash));
        var hold = new Hold(body.Value.Because, key);
        var result = await writes.WriteOnce(key, now, db => db.AskForEvidence(caseId, caller, body.Value, hold, now), ct);
        return result.Refused(out var why, out var asked) ? Explain(why, caseId, hold) : TypedResults.Created((string?)null, asked);
    }

    private static ProblemHttpResult Explain(EvidenceAskRefusal why, Id<Case> id, Hold hold) => why switch
    {
        EvidenceAskRefusal.Unknown => Problem.NotFound,
        EvidenceAskRefusal.WithAnotherDesk => MessageEndpoint.Explain(CaseRefusal.WithAnotherDesk),
        EvidenceAskRefusal.NeedsApproval => MessageEndpoint.Explain(CaseRefusal.NeedsApproval),
        EvidenceAskRefusal.SendsAway => HoldProblem.Of(hold.Held!), // refused for it: there is one
        EvidenceAskRefusal.NeedsFinding => HoldProblem.Of(id, hold.Unproven!), // refused for it: there is one
    };
}
