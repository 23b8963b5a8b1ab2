using Madoguchi.Cases.Timeline;
using Madoguchi.Storage;
using Madoguchi.Voices.Adding;
using Madoguchi.Voices.Changing;
using Madoguchi.Voices.Drawing;
using Madoguchi.Voices.Landing;
using Madoguchi.Voices.Likeness;
using Madoguchi.Voices.Merging;
using Madoguchi.Voices.Stuck;

namespace Madoguchi.Voices;

public static class VoicesFeature
{
    public static void AddVoices(this IServiceCollection services)
    {
        services.AddSingleton<OutboxWork, ChangedFollower>();
        services.AddSingleton<OutboxWork, RestFollower>();
        services.AddSingleton<CoolingFollower>();
        services.AddHostedService(p => p.GetRequiredService<CoolingFollower>());
        services.AddSingleton<EntryWork, LandingFollower>();
    }

    public static void MapVoices(this IEndpointRouteBuilder agents)
    {
        agents.MapVoicesThemselves();
        agents.MapLikeness();
        agents.MapMerging();
        agents.MapAdding();
        agents.MapStuck();
    }
}
