using Madoguchi.Desks.Hours;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Cases.Snoozing;

/// <param name="Until">ISO 8601.</param>
/// <param name="Text">Words, Japanese or English, in the house's time zone.</param>
public sealed record Aside(DateTimeOffset? Until = null, string? Text = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() =>
        (Until is null) == (Text is null) ? [("", "Either until or text is needed.")] : Checks.Line("/text", Text, SnoozeWords.Longest);
}

public static class SnoozeEndpoint
{
    private const string Path = "/cases/{caseId:id}/snooze";

    public static void MapSnoozes(this IEndpointRouteBuilder agents)
    {
        agents.MapPut(Path, Snooze).WithName("snoozeCase").WithSummary("Lays the case aside until a time, given as such or in words; it comes back by itself, and at once when the customer writes")
            .ProducesProblem(409).ProducesProblem(412).ProducesProblem(422);
        agents.MapDelete(Path, Wake).WithName("wakeCase").WithSummary("Back before its time").ProducesProblem(412);
    }

    private static async Task<Results<Ok<SnoozedNow>, ProblemHttpResult>> Snooze(
        Id<Case> caseId, Body<Aside> body, HttpContext http, Caller caller, HouseZone zone, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        if ((body.Value.Until ?? SnoozeWords.Read(body.Value.Text!, now, zone.Zone)) is not { } until) // checked: one of the two is there
            return Problem.Invalid("/text", "These words name no time ahead. Try 明日9時, 来週月曜, 3時間後, tomorrow 9, next monday 10:30 or in 2 hours.");
        return Answer(http, await writes.Write(db => db.Snooze(caseId, caller, until, Version.Seen(http.Request), now), ct));
    }

    private static async Task<Results<Ok<SnoozedNow>, ProblemHttpResult>> Wake(Id<Case> caseId, HttpContext http, Caller caller, Writes writes, TimeProvider clock, CancellationToken ct) =>
        Answer(http, await writes.Write(db => db.Snooze(caseId, caller, null, Version.Seen(http.Request), clock.Now), ct));

    private static Results<Ok<SnoozedNow>, ProblemHttpResult> Answer(HttpContext http, Result<SnoozedNow, ChangeRefusal> result)
    {
        if (result.Refused(out var why, out var snoozed))
            return Version.Explain(why);
        http.Response.Headers.ETag = $"\"{snoozed.Entry}\"";
        return TypedResults.Ok(snoozed);
    }
}
