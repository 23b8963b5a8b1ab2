using Madoguchi.Cases.Approving;
using Madoguchi.Cases.Timeline;
using Madoguchi.Cases.Wording;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Cases.Messaging;

public static class MessageEndpoint
{
    public static void MapMessages(this IEndpointRouteBuilder api) =>
        api.MapPost("/cases/{caseId:id}/messages", Say).WithName("sendMessage").WithSummary("A message by the customer or an agent").ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Created<Recorded>, Accepted<Awaiting>, ProblemHttpResult>> Say(
        Id<Case> caseId, Body<Message> body, Caller caller, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var said = new MessageSaid(PlainText.Clean(body.Value.Text), Written(body.Value.WrittenAt, now), Translation: Along(body.Value.Translation, caller));
        var key = once.For(caller.Key, body.Hash);
        var hold = new Hold(body.Value.Because, key, body.Value.Declines, body.Value.Cites, body.Value.Articles, body.Value.Voices);
        var sight = new Sight(body.Value.Seen, body.Value.Anyway);
        var result = await writes.WriteOnce(key, now, db => db.Say(caseId, caller, said, hold, sight, now), ct);
        return result.Refused(out var why, out var recorded) ? Explain(why, caseId, hold, sight)
            : recorded.ApprovalId is { } waits ? TypedResults.Accepted((string?)null, new Awaiting(waits)) : TypedResults.Created((string?)null, recorded);
    }

    /// <summary>Customers write in their own language.</summary>
    public static MachineTranslation? Along(MachineTranslation? translation, Caller caller) =>
        caller.Agent is null || translation is null ? null : translation with { Text = PlainText.Clean(translation.Text) };

    /// <summary>A device's clock is believed only for the past, and only where it differs enough to tell the reader something.</summary>
    public static DateTimeOffset? Written(DateTimeOffset? claimed, DateTimeOffset now) =>
        claimed is { } at && at < now - TimeSpan.FromSeconds(10) && at > now - TimeSpan.FromDays(30) ? at.ToMicroseconds() : null;

    public static ProblemHttpResult Explain(SayRefusal why, Id<Case> id, Hold hold, Sight sight) => why switch
    {
        SayRefusal.Unknown => Explain(CaseRefusal.Unknown),
        SayRefusal.WithAnotherDesk => Explain(CaseRefusal.WithAnotherDesk),
        SayRefusal.SendsAway => HoldProblem.Of(hold.Held!), // refused for it: there is one
        SayRefusal.NeedsFinding => HoldProblem.Of(id, hold.Unproven!), // refused for it: there is one
        SayRefusal.UnknownProof => HoldProblem.UnknownProof(hold.Unknown!), // refused for it: there is one
        SayRefusal.NeedsApproval => Explain(CaseRefusal.NeedsApproval),
        SayRefusal.AnsweredMeanwhile => Problem.Of(409, "answered-meanwhile", "A colleague has answered the customer meanwhile.", "Read it; then send yours with \"anyway\", or leave it.",
            new Dictionary<string, object?> { ["entry"] = TimelineEntry.Of(sight.Theirs!) }), // refused for it: there is one
    };

    public static ProblemHttpResult Explain(CaseRefusal why) => why switch
    {
        CaseRefusal.Unknown => Problem.NotFound,
        CaseRefusal.WithAnotherDesk => Problem.Of(403, "with-another-desk", "The case is with another desk now.", "You may read it and write notes; only the owner desk answers."),
        CaseRefusal.NeedsApproval => Problem.Of(409, "needs-approval", "Your words wait for a second person, and this cannot wait with them.", "Write it as a message, which is approved before it is sent, or ask a colleague to send it."),
    };
}
