using Madoguchi.Storage;
using Madoguchi.Voices.Changing;
using Madoguchi.Voices.Drawing;

namespace Madoguchi.Voices;

public static class VoicesFeature
{
    public static void AddVoices(this IServiceCollection services)
    {
        services.AddSingleton<OutboxWork, ChangedFollower>();
        services.AddSingleton<OutboxWork, RestFollower>();
    }

    public static void MapVoices(this IEndpointRouteBuilder agents)
    {
        agents.MapVoicesThemselves();
    }
}
