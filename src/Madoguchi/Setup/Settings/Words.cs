using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Setup.Settings;

public static class Words
{
    public static string Of(Tongue t, AgentRole role) => role switch
    {
        AgentRole.Agent => t["担当者", "Agent"],
        AgentRole.Supervisor => t["責任者", "Supervisor"],
        AgentRole.Administrator => t["管理者", "Administrator"],
    };
}
