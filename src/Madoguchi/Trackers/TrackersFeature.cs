using Madoguchi.Trackers.Delivering;
using Madoguchi.Trackers.Keeping;
using Madoguchi.Trackers.Listening;
using Madoguchi.Trackers.Redmining;
using Madoguchi.Trackers.Webhooks;
using Madoguchi.Voices.Changing;

namespace Madoguchi.Trackers;

public static class TrackersFeature
{
    public static void AddTrackers(this IServiceCollection services) => services
        .AddSingleton<GuardedClient>().AddSingleton<TrackerClient, WebhookClient>().AddSingleton<TrackerClient, RedmineClient>().AddSingleton<Trials>()
        .AddSingleton<VoiceWork, TrackedFollower>().AddHostedService<DeliveryFollower>().AddHostedService<ChangesFollower>();

    public static void MapTrackers(this IEndpointRouteBuilder api, IEndpointRouteBuilder agents, IEndpointRouteBuilder administrators)
    {
        agents.MapTrackersThemselves(administrators);
        api.MapInbound();
    }
}
