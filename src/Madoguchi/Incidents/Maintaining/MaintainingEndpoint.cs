using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Incidents.Maintaining;

public static class MaintainingEndpoint
{
    private const string One = "/maintenances/{maintenanceId:id}";

    public static void MapMaintaining(this IEndpointRouteBuilder agents)
    {
        agents.MapPost("/maintenances", Plan).WithName("planMaintenance").WithSummary("Plans a maintenance: shown on the status page and where people write to us").ProducesProblem(422);
        agents.MapGet("/maintenances", List).WithName("listMaintenances").WithSummary("Maintenance that is planned, running, or over");
        agents.MapPut(One, Change).WithName("changeMaintenance").WithSummary("Sets what is planned anew: the whole of it").ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        agents.MapDelete(One, Cancel).WithName("cancelMaintenance").WithSummary("It does not take place; twice is once").ProducesProblem(404);
        agents.MapPost(One + "/restoration", Restore).WithName("restoreMaintenance").WithSummary("Takes the last change back: it takes place after all, or at its former time").ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<Results<Created<MaintenanceMade>, ProblemHttpResult>> Plan(Body<NewMaintenance> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", body.Hash), now, db => db.Plan(body.Value, agent, now), ct);
        return result.Refused(out var why, out var made) ? Explain(why) : TypedResults.Created((string?)null, made);
    }

    private static async Task<Ok<MaintenanceList>> List(CurrentAgent agent, Db db, TimeProvider clock, CancellationToken ct) => TypedResults.Ok(new MaintenanceList(await db.MaintenancesNow(clock.Now, ct)));

    private static async Task<Results<Ok<MaintenanceMade>, ProblemHttpResult>> Change(Id<Maintenance> maintenanceId, Body<NewMaintenance> body, CurrentAgent agent, Writes writes, TimeProvider clock, CancellationToken ct) =>
        (await writes.Write(db => db.Replan(maintenanceId, body.Value, clock.Now), ct)).Refused(out var why, out var made) ? Explain(why) : TypedResults.Ok(made);

    private static async Task<Results<NoContent, ProblemHttpResult>> Cancel(Id<Maintenance> maintenanceId, CurrentAgent agent, Writes writes, TimeProvider clock, CancellationToken ct) =>
        (await writes.Write(db => db.CancelPlan(maintenanceId, clock.Now), ct)).Refused(out var why, out _) ? Explain(why) : TypedResults.NoContent();

    private static async Task<Results<Ok<MaintenanceMade>, ProblemHttpResult>> Restore(Id<Maintenance> maintenanceId, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        return (await writes.WriteOnce(once.For($"agent {agent.Id}", []), now, db => db.RestorePlan(maintenanceId, now), ct)).Refused(out var why, out var made) ? Explain(why) : TypedResults.Ok(made);
    }

    private static ProblemHttpResult Explain(MaintenanceRefusal why) => why switch
    {
        MaintenanceRefusal.Unknown => Problem.NotFound,
        MaintenanceRefusal.Over => Problem.Of(409, "maintenance-over", "It is over, or was cancelled.", "Plan another one."),
        MaintenanceRefusal.NotRunning => Problem.Of(409, "not-running", "It is not under way."),
        MaintenanceRefusal.NothingToRestore => Problem.Of(409, "nothing-to-restore", "There is no change to take back, or its time is over."),
    };
}
