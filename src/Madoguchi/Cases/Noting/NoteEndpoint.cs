using Madoguchi.Cases.Messaging;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases.Noting;

/// <param name="Text">A colleague called by <c>@name</c> is told.</param>
public sealed record Note(string Text) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => Checks.Words("/text", Text);
}

/// <param name="NotTold">Called by name, but they may not see the case.</param>
public sealed record Noted(int Entry, IReadOnlyList<string>? NotTold = null);

/// <summary>A colleague who may be called into the case.</summary>
public sealed record CaseColleague(Id<Agent> AgentId, string Name);

public sealed record CaseColleagues(IReadOnlyList<CaseColleague> Agents);

public static class NoteEndpoint
{
    public static void MapNotes(this IEndpointRouteBuilder agents)
    {
        agents.MapPost("/cases/{caseId:id}/notes", Write).WithName("writeNote").WithSummary("A note for the house; no customer ever reads it. @name tells a colleague").ProducesProblem(422);
        agents.MapGet("/cases/{caseId:id}/colleagues", Read).WithName("readColleagues").WithSummary("Who can be called into the case by @name");
    }

    private static async Task<Results<Created<Noted>, ProblemHttpResult>> Write(
        Id<Case> caseId, Body<Note> body, Caller caller, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var result = await writes.WriteOnce(once.For(caller.Key, body.Hash), clock.Now, db => db.Note(caseId, caller, body.Value.Text, clock.Now), ct);
        return result.Refused(out var why, out var noted) ? MessageEndpoint.Explain(why) : TypedResults.Created((string?)null, noted);
    }

    private static async Task<Results<Ok<CaseColleagues>, ProblemHttpResult>> Read(Id<Case> caseId, CurrentAgent agent, Db db, CancellationToken ct) =>
        await db.Cases.VisibleTo(agent, db).AnyAsync(c => c.Id == caseId, ct)
            ? TypedResults.Ok(new CaseColleagues([.. (await db.Mentionable(caseId, ct)).Where(p => p.Sees && p.Id != agent.Id).Select(p => new CaseColleague(p.Id, p.Name))])) : Problem.NotFound;
}
