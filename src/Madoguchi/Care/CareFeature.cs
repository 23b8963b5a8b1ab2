using Madoguchi.Care.Folding;
using Madoguchi.Care.Recording;
using Madoguchi.Care.Setting;
using Madoguchi.Care.Stepping;
using Madoguchi.Care.Supervising;
using Madoguchi.Cases.Listening;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Care;

/// <summary>Who answers is looked after: what is hard to read is folded, steps protect them, supervisors come when they are wanted, and it is kept for the employer's duty.</summary>
public static class CareFeature
{
    public static void AddCare(this IServiceCollection services) => services
        .AddSingleton<CareBooks>().AddSingleton<Listener, CareListener>().AddSingleton<OutboxWork, WishFollower>().AddSingleton<EntryWork, SupervisorCameFollower>().AddScoped<CareRecords>();

    public static void MapCare(this RouteGroupBuilder callers, RouteGroupBuilder agents, IEndpointRouteBuilder administrators)
    {
        callers.AddEndpointFilter(OnlySupervisorsEndpoint.Filter);
        agents.AddEndpointFilter(OnlySupervisorsEndpoint.Filter);
        callers.MapSupervisors();
        agents.MapMarks();
        agents.MapSteps();
        agents.MapRecord();
        agents.MapGet("/care", List).WithName("listCare").WithSummary("What supervisors look after: wishes for one of them, steps that hold, folded words of the last 30 days").ProducesProblem(403);
        administrators.MapCareSettings(agents);
    }

    private static async Task<Results<Ok<CareList<CaredFor>>, ProblemHttpResult>> List(CurrentAgent agent, Db db, TimeProvider clock, CancellationToken ct) =>
        agent.SeesAll ? TypedResults.Ok(await db.CaredFor(clock.Now, ct)) : Problem.Of(403, "for-supervisors", "This is for supervisors.");
}
