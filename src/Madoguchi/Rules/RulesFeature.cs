using Madoguchi.Cases.Denying;
using Madoguchi.ProductLog.Following;
using Madoguchi.Rules.Broken;
using Madoguchi.Rules.Telling;
using Madoguchi.Rules.Watching;
using Madoguchi.Storage;

namespace Madoguchi.Rules;

public static class RulesFeature
{
    public static void AddRules(this IServiceCollection services)
    {
        services.AddSingleton<ProductEventWork, EventsFollower>();
        services.AddSingleton<OutboxWork, RingFollower>();
        services.AddSingleton<OutboxWork, TellingFollower>();
        services.AddSingleton<Witness, BreakWitness>();
        services.AddSingleton<RulesFollower>();
        services.AddHostedService(p => p.GetRequiredService<RulesFollower>());
    }
}
