using Madoguchi.Campaigns;
using Madoguchi.Shared;

namespace Madoguchi.Setup.Campaigning;

public static class WindowWords
{
    public static string Of(CampaignWindow window, Tongue t) => window switch
    {
        CampaignWindow.NotYet => t["これから", "not open yet"],
        CampaignWindow.Open => t["受付中", "open"],
        CampaignWindow.Finishing => t["締切後・完了だけ", "closed, still finishing"],
        CampaignWindow.Over => t["終わりました", "over"],
    };
}
