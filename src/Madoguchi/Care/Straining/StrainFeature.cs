using Madoguchi.Cases.Timeline;

namespace Madoguchi.Care.Straining;

public static class StrainFeature
{
    public static void AddStraining(this IServiceCollection services)
    {
        services.AddSingleton<EntryWork, WorkFollower>();
        services.AddSingleton<StrainFollower>();
        services.AddHostedService(p => p.GetRequiredService<StrainFollower>());
    }
}
