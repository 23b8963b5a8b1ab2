using Madoguchi.Cases.Drafting;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Cases.Noting;

public sealed record Note(string Text) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => Checks.Words("/text", Text);
}

public static class NoteEndpoint
{
    public static void MapNotes(this IEndpointRouteBuilder api) =>
        api.MapPost("/cases/{caseId:id}/notes", Write).WithName("writeNote").WithSummary("A note for the house; no customer ever reads it").ProducesProblem(422);

    private static async Task<Results<Created<Recorded>, ProblemHttpResult>> Write(
        Id<Case> caseId, Body<Note> body, Caller caller, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var result = await writes.WriteOnce(once.For(caller.Key, body.Hash), clock.Now, db => db.Note(caseId, caller, body.Value.Text, clock.Now), ct);
        return result.Refused(out var why, out var recorded) ? MessageEndpoint.Explain(why) : TypedResults.Created((string?)null, recorded);
    }
}

public static class NoteMapping
{
    extension(Db db)
    {
        /// <summary>Whoever may read a case may note on it: a desk that once owned it knows things.</summary>
        public async Task<Result<Recorded, CaseRefusal>> Note(Id<Case> id, Caller caller, string text, DateTimeOffset now)
        {
            if (caller.Agent is null || await db.Find(id, caller, now) is not { } theCase)
                return CaseRefusal.Unknown;
            var note = new NoteWritten(PlainText.Clean(text));
            var entry = db.Record(theCase, caller.By(note), note, now);
            await db.SaveChangesAsync(CancellationToken.None);
            await db.ForgetSent(id, caller, Purpose.Note, note.Text);
            return new Recorded(entry.Number);
        }
    }
}
