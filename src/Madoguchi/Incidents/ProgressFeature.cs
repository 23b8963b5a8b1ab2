using Madoguchi.Cases.Timeline;
using Madoguchi.Incidents.Resolving;
using Madoguchi.Incidents.Reviewing;
using Madoguchi.Incidents.Updating;
using Madoguchi.Storage;

namespace Madoguchi.Incidents;

/// <summary>What everybody affected is told, what they answer, and what was learned.</summary>
public static class ProgressFeature
{
    public static void AddProgress(this IServiceCollection services)
    {
        services.AddSingleton(p => Read(p.GetRequiredService<IConfiguration>()));
        services.AddSingleton<UpdateFollower>();
        services.AddHostedService(p => p.GetRequiredService<UpdateFollower>());
        services.AddSingleton<EntryWork, LateFollower>();
        services.AddSingleton<OutboxWork, WordFollower>();
    }

    public static void MapProgress(this IEndpointRouteBuilder callers, IEndpointRouteBuilder agents)
    {
        agents.MapUpdates();
        agents.MapResolving();
        agents.MapReviewing();
        callers.MapWorksAgain();
    }

    // A server that cannot do what it is told does not start.
    private static PaceSettings Read(IConfiguration configuration)
    {
        var (settings, wrong) = PaceSettings.Read(configuration);
        return settings ?? throw new Opening.RefusedException(wrong ?? "");
    }
}
