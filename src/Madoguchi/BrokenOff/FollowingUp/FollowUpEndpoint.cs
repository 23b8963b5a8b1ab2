using Madoguchi.Cases;
using Madoguchi.Cases.Denying;
using Madoguchi.Cases.Wording;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.BrokenOff.FollowingUp;

/// <param name="Text">For the customer; the prepared words when missing.</param>
/// <param name="Because">Why it is sent although it sends the customer away, or why it is no denial; it stays in the house.</param>
/// <param name="Declines">It says no; <c>false</c>, with a reason: it does not.</param>
/// <param name="Cites">The findings that a denial rests on.</param>
/// <param name="Articles">The articles that it rests on.</param>
/// <param name="Voices">The voices that it rests on: the decision that it will not be done, whose public words stand in the text.</param>
public sealed record FollowUp(string? Text = null, string? Because = null, bool? Declines = null, IReadOnlyList<Id<Finding>>? Cites = null, IReadOnlyList<string>? Articles = null, IReadOnlyList<Guid>? Voices = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => [.. Text is null ? [] : Checks.Words("/text", Text), .. Overriding.Errors("/because", Because), .. Proof.Errors(Cites, Articles, Voices)];
}

/// <param name="Entry">The number on the timeline.</param>
/// <param name="ByMail">It goes to the customer's mail address too, with the link to their page.</param>
public sealed record FollowUpSent(int Entry, string Text, bool ByMail);

public static class FollowUpEndpoint
{
    public static void MapFollowUps(this IEndpointRouteBuilder agents) =>
        agents.MapPost("/cases/{caseId:id}/follow-up", Send).WithName("followUp").WithSummary("A kind word to a customer whose contact broke off, with three taps to answer it")
            .ProducesProblem(403).ProducesProblem(409);

    private static async Task<Results<Ok<FollowUpSent>, ProblemHttpResult>> Send(
        Id<Case> caseId, OptionalBody<FollowUp> body, Caller caller, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var key = once.For(caller.Key, body.Hash);
        var hold = new Hold(body.Value?.Because, key, body.Value?.Declines, body.Value?.Cites, body.Value?.Articles, body.Value?.Voices);
        var result = await writes.WriteOnce(key, now, db => db.FollowUp(caseId, caller, body.Value?.Text, hold, now), ct);
        return result.Refused(out var why, out var sent) ? Explain(why, caseId, hold) : TypedResults.Ok(sent);
    }

    private static ProblemHttpResult Explain(FollowUpRefusal why, Id<Case> id, Hold hold) => why switch
    {
        FollowUpRefusal.Unknown => Problem.NotFound,
        FollowUpRefusal.WithAnotherDesk => Cases.Messaging.MessageEndpoint.Explain(Cases.Messaging.CaseRefusal.WithAnotherDesk),
        FollowUpRefusal.SendsAway => HoldProblem.Of(hold.Held!), // refused for it: there is one
        FollowUpRefusal.NeedsFinding => HoldProblem.Of(id, hold.Unproven!), // refused for it: there is one
        FollowUpRefusal.UnknownProof => HoldProblem.UnknownProof(hold.Unknown!), // refused for it: there is one
        FollowUpRefusal.NeedsApproval => Cases.Messaging.MessageEndpoint.Explain(Cases.Messaging.CaseRefusal.NeedsApproval),
        FollowUpRefusal.Closed => Problem.Of(409, "closed", "The case is solved.", "There is nothing to follow up."),
        FollowUpRefusal.FollowedUp => Problem.Of(409, "followed-up", "The customer has been written to.", "Once is kind. Write a message if there is something new to say."),
    };
}
