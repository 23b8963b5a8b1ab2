using Madoguchi.Incidents.Collecting;
using Madoguchi.Incidents.Declaring;
using Madoguchi.Storage;

namespace Madoguchi.Incidents;

public static class IncidentsFeature
{
    public static void AddIncidents(this IServiceCollection services)
    {
        services.AddSingleton<OutboxWork, JoinedFollower>();
    }

    public static void MapIncidents(this IEndpointRouteBuilder app, RouteGroupBuilder api, RouteGroupBuilder callers, RouteGroupBuilder agents)
    {
        agents.MapDeclaring();
    }
}
