using Madoguchi.Cases.Denying;
using Madoguchi.Storage;
using Madoguchi.Voices.Digesting;

namespace Madoguchi.Voices.Deciding;

public static class DecidingFeature
{
    public static void AddDeciding(this IServiceCollection services) => services.AddSingleton<PrecedentBook, DeclinedVoices>().AddSingleton<OutboxWork, DecidedFollower>().AddSingleton<OutboxWork, DecisionToldFollower>()
        .AddSingleton<DeciderFollower>().AddHostedService(s => s.GetRequiredService<DeciderFollower>()).AddSingleton<DigestFollower>().AddHostedService(s => s.GetRequiredService<DigestFollower>());
}
