using Madoguchi.Storage;

namespace Madoguchi.Voices.Deciding;

public static class DecidingFeature
{
    public static void AddDeciding(this IServiceCollection services) => services.AddSingleton<OutboxWork, DecidedFollower>().AddSingleton<OutboxWork, DecisionToldFollower>();
}
