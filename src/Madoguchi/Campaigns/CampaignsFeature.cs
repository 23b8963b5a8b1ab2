using Madoguchi.Campaigns.Beginning;
using Madoguchi.Campaigns.Confirming;
using Madoguchi.Campaigns.Finding;
using Madoguchi.Campaigns.Keeping;
using Madoguchi.Campaigns.Repairing;

namespace Madoguchi.Campaigns;

public static class CampaignsFeature
{
    public static void AddCampaigns(this IServiceCollection services) => services.AddSingleton<CodeGuesses>();

    public static void MapCampaigns(this IEndpointRouteBuilder api, IEndpointRouteBuilder agents, IEndpointRouteBuilder administrators)
    {
        administrators.MapKeeping(agents);
        api.MapBeginning();
        api.MapConfirming();
        agents.MapFinding();
        agents.MapRepairing(api);
    }
}
