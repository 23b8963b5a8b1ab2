using Madoguchi.Articles;
using Madoguchi.Campaigns;
using Madoguchi.Evidence;
using Madoguchi.Findings;
using Madoguchi.ProductLog;
using Madoguchi.Remedies;
using Madoguchi.Rules;

namespace Madoguchi.Setup;

/// <summary>The rooms of proof: evidence, the products' log, rules, findings, remedies, campaigns, articles.</summary>
public static class ProofFeature
{
    public static void AddProof(this IServiceCollection services)
    {
        services.AddProductLog();
        services.AddFindings();
        services.AddCampaigns();
        services.AddRules();
        services.AddEvidence();
    }

    /// <param name="api">For whoever needs neither key nor token.</param>
    public static void MapProof(this IEndpointRouteBuilder api, RouteGroupBuilder callers, RouteGroupBuilder agents, RouteGroupBuilder administrators)
    {
        api.MapProductLog(agents, administrators);
        agents.MapRemedies(administrators);
        agents.MapArticles();
        agents.MapFindings();
        api.MapCampaigns(agents, administrators);
        agents.MapRules(administrators);
        callers.MapEvidence(agents);
    }
}
