using System.Globalization;
using Madoguchi.Cases.Drafting;
using Madoguchi.Cases.Reading;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Chat.Talking;

/// <summary>What a page tells in passing: half-typed text, how far it was read, that somebody writes.</summary>
public static class PassingEndpoint
{
    public static void MapPassing(this IEndpointRouteBuilder own)
    {
        own.MapPost("/draft", Keep);
        own.MapPost("/read", Mark);
        own.MapPost("/typing", Type);
    }

    private static async Task<IResult> Keep(Visit visit, HttpRequest request, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (await request.Posted(ct) is not { } posted || posted["text"].Length > PlainText.Story)
            return Problem.Invalid("/text", $"At most {PlainText.Story} characters.");
        var now = clock.Now;
        await writes.Write(db => db.KeepDraft(visit.Customer.CaseId, visit.Caller, Purpose.Reply, posted["text"], now), ct);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> Mark(Visit visit, HttpRequest request, Writes writes, Signals signals, TimeProvider clock, CancellationToken ct)
    {
        if (await request.Posted(ct) is not { } posted || !int.TryParse(posted["entry"], NumberStyles.None, CultureInfo.InvariantCulture, out var entry))
            return Problem.Invalid("/entry", "An entry number is needed.");
        var now = clock.Now;
        if (!(await writes.Write(db => db.MarkRead(visit.Customer.CaseId, visit.Caller, entry, now), ct)).Refused(out _, out var read))
            signals.Send(ReadMapping.Told(visit.Customer.CaseId, visit.Caller, read));
        return TypedResults.NoContent();
    }

    private static Microsoft.AspNetCore.Http.HttpResults.NoContent Type(Visit visit, Signals signals)
    {
        signals.Send(TypingEndpoint.TypingSignal(visit.Customer.CaseId, visit.Caller));
        return TypedResults.NoContent();
    }
}
