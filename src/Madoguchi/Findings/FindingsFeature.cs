using Madoguchi.Cases.Timeline;
using Madoguchi.Findings.Answering;
using Madoguchi.Findings.Escalating;
using Madoguchi.Findings.Making;
using Madoguchi.Findings.Promising;
using Madoguchi.Findings.Showing;
using Madoguchi.Storage;

namespace Madoguchi.Findings;

public static class FindingsFeature
{
    public static void AddFindings(this IServiceCollection services) => services
        .AddSingleton<OutboxWork, LateFollower>().AddSingleton<OutboxWork, UntoldFollower>().AddSingleton<OutboxWork, CheckFollower>()
        .AddSingleton<EntryWork, ToldFollower>();

    public static void MapFindings(this IEndpointRouteBuilder agents)
    {
        agents.MapMaking();
        agents.MapShowing();
        agents.MapFirstAnswers();
        agents.MapEscalations();
        agents.MapChecks();
    }
}
