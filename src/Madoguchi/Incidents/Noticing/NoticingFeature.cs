using Madoguchi.Cases.Timeline;
using Madoguchi.Incidents.Noticing.Proposing;

namespace Madoguchi.Incidents.Noticing;

public static class NoticingFeature
{
    public static void AddNoticing(this IServiceCollection services)
    {
        services.AddSingleton<EntryWork, MarkingFollower>();
        services.AddSingleton<NoticingFollower>();
        services.AddHostedService(p => p.GetRequiredService<NoticingFollower>());
    }

    public static void MapNoticing(this IEndpointRouteBuilder agents) => agents.MapProposals();
}
