using Madoguchi.Cases;
using Madoguchi.Cases.Drafting;
using Madoguchi.Cases.Following;
using Madoguchi.Cases.Reading;
using Madoguchi.Inbox.Working;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Living;

/// <summary>What scripts tell in passing: half-typed text, typing, how far one has read.</summary>
public static class PassingEndpoint
{
    public static void MapPassing(this IEndpointRouteBuilder desk)
    {
        desk.MapPost("/cases/{caseId:id}/draft", Keep);
        desk.MapPost("/cases/{caseId:id}/typing", Type);
        desk.MapPost("/cases/{caseId:id}/read", Read);
    }

    private static async Task<IResult> Keep(Id<Case> caseId, [FromForm] string? text, [FromForm] string? purpose, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (text is { Length: > PlainText.Story } || (text is not null && !PlainText.IsStorable(text)))
            return TypedResults.StatusCode(StatusCodes.Status422UnprocessableEntity);
        var kept = await writes.Write(db => db.KeepDraft(caseId, acting.Caller, Named(purpose), text ?? "", clock.Now), ct);
        return kept.Refused(out _, out _) ? Problem.NotFound : TypedResults.NoContent();
    }

    private static async Task<IResult> Type(Id<Case> caseId, [FromForm] string? purpose, Acting acting, Db db, Signals signals, Presence presence, CancellationToken ct)
    {
        if (await db.Cases.VisibleTo(acting.Me, db).Where(c => c.Id == caseId).Select(c => (Id<Desks.Desk>?)c.DeskId).SingleOrDefaultAsync(ct) is not { } owner)
            return Problem.NotFound;
        // Who cannot answer writes at most a note: the customer must not wait for it.
        var toCustomer = Named(purpose) is Purpose.Reply && acting.Me.WorksAt(owner);
        presence.Writing(caseId, acting.Me, toCustomer);
        signals.Send(toCustomer ? TypingEndpoint.TypingSignal(caseId, acting.Caller) : TypingEndpoint.WritingSignal(caseId, acting.Caller));
        return TypedResults.NoContent();
    }

    private static async Task<IResult> Read(Id<Case> caseId, [FromForm] int entry, Acting acting, Writes writes, Signals signals, TimeProvider clock, CancellationToken ct)
    {
        var marked = await writes.Write(db => db.MarkRead(caseId, acting.Caller, Math.Max(0, entry), clock.Now), ct);
        if (marked.Refused(out _, out var read))
            return Problem.NotFound;
        signals.Send(ReadMapping.Told(caseId, acting.Caller, read));
        return TypedResults.NoContent();
    }

    private static Purpose Named(string? purpose) => purpose == "note" ? Purpose.Note : Purpose.Reply;
}
