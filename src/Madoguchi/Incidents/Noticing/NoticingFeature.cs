using Madoguchi.Cases.Timeline;

namespace Madoguchi.Incidents.Noticing;

public static class NoticingFeature
{
    public static void AddNoticing(this IServiceCollection services) => services.AddSingleton<EntryWork, MarkingFollower>();
}
