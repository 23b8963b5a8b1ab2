using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases;

/// <param name="Desk">The owner desk's slug.</param>
/// <param name="Agent">The name of the agent in charge, as this reader may see it.</param>
/// <param name="ClaimedNumber">For agents: a number that the customer says is theirs.</param>
/// <param name="Priority">For agents.</param>
/// <param name="Tags">For agents.</param>
/// <param name="SnoozedUntil">For agents: laid aside until then.</param>
public sealed record CaseView(
    Id<Case> CaseId, string CustomerNumber, Status Status, string Desk, string? Agent, string Language, string? Product, string? Problem, string Subject,
    DateTimeOffset OpenedAt, DateTimeOffset ActiveAt, DateTimeOffset? ClosedAt, int LastEntry, string? ClaimedNumber, Priority? Priority, IReadOnlyList<string>? Tags, DateTimeOffset? SnoozedUntil);

public static class CaseEndpoint
{
    public static void MapCase(this IEndpointRouteBuilder api) =>
        api.MapGet("/cases/{caseId:id}", Read).WithName("readCase").WithSummary("One case, as its customer or an agent may see it");

    private static async Task<Results<Ok<CaseView>, ProblemHttpResult>> Read(Id<Case> caseId, Caller caller, Db db, HttpResponse response, TimeProvider clock, CancellationToken ct)
    {
        var inside = caller.Agent is not null;
        var found = await db.Cases.AsNoTracking().VisibleTo(caller, db, clock.Now).Where(c => c.Id == caseId).Select(c => new CaseView(
            c.Id, db.Set<Customer>().Single(p => p.Id == c.CustomerId).Number, c.Status, db.Set<Desk>().Single(d => d.Id == c.DeskId).Slug,
            db.Set<Agent>().Where(a => a.Id == c.AgentId).Select(a => inside ? a.Name : a.ShownName).FirstOrDefault(), c.Language, c.Product, c.Problem, c.Subject,
            c.OpenedAt, inside ? c.ActiveAt : db.Set<Entry>().Where(e => e.CaseId == c.Id && e.Number == c.LastShownEntry).Select(e => e.At).First(), c.ClosedAt, inside ? c.LastEntry : c.LastShownEntry, inside ? c.ClaimedNumber : null,
            inside ? c.Priority : null, c.Tags.OrderBy(t => t.Word).Select(t => t.Word).ToList(), inside ? c.SnoozedUntil : null)).SingleOrDefaultAsync(ct);
        if (found is null)
            return Problem.NotFound;
        response.Headers.ETag = $"\"{found.LastEntry}\"";
        return TypedResults.Ok(inside ? found : found with { Tags = null });
    }
}
