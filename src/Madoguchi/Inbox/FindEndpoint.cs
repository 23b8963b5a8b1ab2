using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Inbox;

public static class FindEndpoint
{
    private const int Longest = 200;

    public static void MapFinding(this IEndpointRouteBuilder agents) =>
        agents.MapGet("/customers", Find).WithName("findCustomers").WithSummary("Customers by number in any form, name, reading, company, mail or phone").ProducesProblem(422);

    private static async Task<Results<Ok<FoundCustomers>, ProblemHttpResult>> Find(string? q, CurrentAgent agent, Db db, CancellationToken ct) =>
        string.IsNullOrWhiteSpace(q) || q.Length > Longest || !PlainText.IsStorable(q)
            ? Problem.Invalid("q", $"Something to look for is needed, at most {Longest} characters.")
            : TypedResults.Ok(await db.FindCustomers(q, agent, ct));
}
