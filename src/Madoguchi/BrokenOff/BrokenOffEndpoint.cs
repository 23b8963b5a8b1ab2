using Madoguchi.BrokenOff.Answering;
using Madoguchi.BrokenOff.FollowingUp;
using Madoguchi.BrokenOff.LettingBe;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.BrokenOff;

public static class BrokenOffEndpoint
{
    public static void AddBrokenOff(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(Read(settings));
        services.AddSingleton<BreakFollower>();
        services.AddHostedService(p => p.GetRequiredService<BreakFollower>());
        services.AddSingleton<EntryWork, ReturnFollower>();
        services.AddSingleton<EntryWork, LineFollower>();
        services.AddSingleton<OutboxWork, OutOfLineFollower>();
    }

    public static void MapBrokenOff(this IEndpointRouteBuilder callers, IEndpointRouteBuilder agents)
    {
        agents.MapGet("/broken-off", List).WithName("listBrokenOff").WithSummary("Contacts that broke off midway, of the agent's desks; and what came of the latest");
        agents.MapFollowUps();
        agents.MapLettingBe();
        callers.MapFollowUpAnswers();
    }

    private static async Task<Ok<BrokenOffList>> List(CurrentAgent agent, Db db, CancellationToken ct) => TypedResults.Ok(await db.ListBrokenOff(agent, ct));

    // Nobody is looked for sooner than it is known that they are gone.
    private static Waits Read(IConfiguration settings) => new(
        TimeSpan.FromHours(Math.Max(0.05, settings.GetValue("BrokenOff:SilenceHours", Waits.Usual.Silence.TotalHours))),
        TimeSpan.FromMinutes(Math.Max(2, settings.GetValue("BrokenOff:LeftMinutes", Waits.Usual.Left.TotalMinutes))));
}
