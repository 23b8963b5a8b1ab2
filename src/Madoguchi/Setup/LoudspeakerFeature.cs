using Madoguchi.Care;
using Madoguchi.Care.Straining;
using Madoguchi.Chat.YouAsked;
using Madoguchi.Incidents;
using Madoguchi.Incidents.Noticing;
using Madoguchi.Learning;
using Madoguchi.Trackers;
using Madoguchi.Voices;
using Madoguchi.Voices.Deciding;
using Madoguchi.Voices.Digesting;

namespace Madoguchi.Setup;

/// <summary>The fire brigade and the loudspeaker: incidents, voices, the developers' trackers, care for agents, learning.</summary>
public static class LoudspeakerFeature
{
    public static void AddLoudspeaker(this IServiceCollection services)
    {
        services.AddNoticing();
        services.AddIncidents();
        services.AddProgress();
        services.AddLearning();
        services.AddVoices(); // after those whose marks it reads
        services.AddDeciding();
        services.AddTrackers();
        services.AddStraining();
        services.AddCare();
        services.AddHostedService<WatchmanFollower>().Configure<HostOptions>(host => host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore); // it is the watchman's to look after
    }

    /// <param name="app">For pages that need no sign-in.</param>
    /// <param name="api">For whoever needs neither key nor token.</param>
    public static void MapLoudspeaker(this IEndpointRouteBuilder app, RouteGroupBuilder api, RouteGroupBuilder callers, RouteGroupBuilder agents, RouteGroupBuilder administrators)
    {
        agents.MapVoices();
        app.MapIncidents(api, callers, agents);
        callers.MapProgress(agents);
        app.MapLearning(api, agents);
        agents.MapDeciding();
        agents.MapDigesting();
        callers.MapNews();
        app.MapYouAsked();
        api.MapTrackers(agents, administrators);
        agents.MapStrain();
        agents.MapNoticing();
        callers.MapCare(agents, administrators);
    }
}
