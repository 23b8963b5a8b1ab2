using System.Globalization;
using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Cases.Drafting;
using Madoguchi.Cases.Reading;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Chat.Talking;

/// <summary>What a page tells in passing: half-typed text, how far it was read, that somebody writes, is here, or has turned away.</summary>
public static class PassingEndpoint
{
    private static readonly string[] States = ["connected", "away"];

    public static void MapPassing(this IEndpointRouteBuilder own)
    {
        own.MapPost("/draft", Keep);
        own.MapPost("/read", Mark);
        own.MapPost("/typing", Type);
        own.MapPost("/presence", Be);
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

    private static async Task<IResult> Be(Visit visit, HttpRequest request, Signals signals, CancellationToken ct)
    {
        if (await request.Posted(ct) is not { } posted || !States.Contains(posted["state"]))
            return Problem.Invalid("/state", "connected or away.");
        signals.Send(Presence(visit.Customer, posted["state"]));
        return TypedResults.NoContent();
    }

    /// <summary>For the agents who watch the case.</summary>
    public static Signal Presence(CurrentCustomer customer, string state) => new(Topic.Of(customer.CaseId), "presence",
        JsonSerializer.Serialize(new { Role = Role.Customer, By = "", customer.Name, State = state }, Json.Options));
}
