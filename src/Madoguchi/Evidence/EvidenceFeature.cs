using Madoguchi.Evidence.Asking;
using Madoguchi.Evidence.Bundling;
using Madoguchi.Evidence.Keeping;

namespace Madoguchi.Evidence;

public static class EvidenceFeature
{
    public static void AddEvidence(this IServiceCollection services) => services.AddSingleton<Examination>().AddScoped<EvidenceFiles>().AddScoped<EvidenceBundles>();

    public static void MapEvidence(this IEndpointRouteBuilder callers, IEndpointRouteBuilder agents)
    {
        callers.MapKeeping();
        callers.MapLooking(agents);
        agents.MapEvidenceAsking();
        agents.MapBundle();
    }
}
