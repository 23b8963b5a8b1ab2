using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Reports;
using Madoguchi.Reports.Monthly;
using Madoguchi.Search;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Inbox;

public static class ListEndpoint
{
    public static void MapInbox(this IEndpointRouteBuilder agents)
    {
        agents.MapGet("/cases", List).WithName("listCases").WithSummary("Cases that this agent may see, newest activity first, 50 a page").ProducesProblem(422);
        agents.MapFinding();
        agents.MapSearch();
        agents.MapGet("/counts", Count).WithName("countCases").WithSummary("How many cases stand in each queue of the agent's desks");
        agents.MapReports();
        agents.MapMonthly();
    }

    private static async Task<Results<Ok<CaseList>, ProblemHttpResult>> List(
        string? desk, string? status, string? queue, string? mine, string? cursor, string? tag, CurrentAgent agent, Db db, CancellationToken ct)
    {
        var asked = new Asked(desk, Named<Status>(status), Named<Queue>(queue), mine is "true", cursor is null ? null : Cursor.Read(cursor), tag);
        // No desk and no tag is called so; PostgreSQL would refuse even to look.
        if ((desk is not null && !PlainText.IsStorable(desk)) || (tag is not null && !PlainText.IsStorable(tag)))
            return TypedResults.Ok(new CaseList([], null));
        var errors = new (bool Wrong, string At, string Why)[]
        {
            (status is not null && asked.Status is null, "status", $"One of {Names<Status>()}."),
            (queue is not null && asked.Queue is null, "queue", $"One of {Names<Queue>()}."),
            (mine is not (null or "true" or "false"), "mine", "true or false."),
            (cursor is not null && asked.After is null, "cursor", "This is not a cursor of ours: leave it out to begin anew."),
        }.Where(e => e.Wrong).ToDictionary(e => e.At, e => new[] { e.Why });
        return errors.Count > 0 ? Problem.Invalid(errors) : TypedResults.Ok(await db.ListCases(asked, agent, ct));
    }

    private static async Task<Ok<Counts>> Count(CurrentAgent agent, Db db, CancellationToken ct) => TypedResults.Ok(await db.CountCases(agent, ct));

    // As on the wire, letter by letter: no numbers, no other spelling.
    private static T? Named<T>(string? name)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(v => Wire(v) == name).Cast<T?>().FirstOrDefault();

    private static string Names<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(Wire));

    private static string Wire<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
