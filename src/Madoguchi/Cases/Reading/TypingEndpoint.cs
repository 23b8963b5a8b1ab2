using System.Text.Json;
using Madoguchi.Cases.Drafting;
using Madoguchi.Cases.Following;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases.Reading;

/// <param name="Purpose">What is being typed: a reply when missing. A note is told to colleagues only.</param>
public sealed record Typing(Purpose Purpose = Purpose.Reply);

public static class TypingEndpoint
{
    public static void MapTyping(this IEndpointRouteBuilder callers) =>
        callers.MapPost("/cases/{caseId:id}/typing", Tell).WithName("tellTyping").WithSummary("Somebody is typing: passed on, never kept").ProducesProblem(422);

    private static async Task<Results<NoContent, ProblemHttpResult>> Tell(
        Id<Case> caseId, Body<Typing> body, Caller caller, Db db, Signals signals, Presence presence, TimeProvider clock, CancellationToken ct)
    {
        if (caller.Customer is not null && body.Value.Purpose is Purpose.Note)
            return Problem.Invalid("/purpose", "reply.");
        var desk = await db.Cases.VisibleTo(caller, db, clock.Now).Where(c => c.Id == caseId).Select(c => (Id<Desks.Desk>?)c.DeskId).SingleOrDefaultAsync(ct);
        if (desk is not { } owner)
            return Problem.NotFound;
        // Who cannot answer writes at most a note: the customer must not wait for it.
        var toCustomer = body.Value.Purpose is Purpose.Reply && caller.Agent?.WorksAt(owner) != false;
        if (caller.Agent is { } agent)
            presence.Writing(caseId, agent, toCustomer);
        signals.Send(toCustomer ? TypingSignal(caseId, caller) : WritingSignal(caseId, caller));
        return TypedResults.NoContent();
    }

    /// <summary>Told to both sides.</summary>
    public static Signal TypingSignal(Id<Case> id, Caller caller) => new(Topic.Of(id), "typing", JsonSerializer.Serialize(new
    {
        Role = caller.Agent is null ? Role.Customer : Role.Agent,
        Name = caller.Agent is { } agent ? agent.ShownName : caller.Customer!.Name, // a caller is one or the other
        By = caller.Agent?.Id.ToString() ?? "",
    }, Json.Options));

    /// <summary>An agent's presence, which no customer's stream passes on.</summary>
    public static Signal WritingSignal(Id<Case> id, Caller caller) => new(Topic.Of(id), "presence", JsonSerializer.Serialize(new
    {
        Role = Role.Agent, By = caller.Agent?.Id.ToString(), caller.Agent?.Name, State = "writing",
    }, Json.Options));
}
