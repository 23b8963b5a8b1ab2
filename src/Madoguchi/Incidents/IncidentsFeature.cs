using Madoguchi.Incidents.Changing;
using Madoguchi.Incidents.Collecting;
using Madoguchi.Incidents.Declaring;
using Madoguchi.Incidents.Maintaining;
using Madoguchi.Incidents.Merging;
using Madoguchi.Incidents.Showing;
using Madoguchi.Storage;

namespace Madoguchi.Incidents;

public static class IncidentsFeature
{
    public static void AddIncidents(this IServiceCollection services)
    {
        services.AddSingleton<OutboxWork, JoinedFollower>();
        services.AddSingleton<StatusFollower>();
        services.AddHostedService(p => p.GetRequiredService<StatusFollower>());
    }

    public static void MapIncidents(this IEndpointRouteBuilder app, RouteGroupBuilder api, RouteGroupBuilder callers, RouteGroupBuilder agents)
    {
        agents.MapDeclaring();
        agents.MapChanging();
        agents.MapIncidentMerging();
        agents.MapMaintaining();
        app.MapStatus();
    }
}
