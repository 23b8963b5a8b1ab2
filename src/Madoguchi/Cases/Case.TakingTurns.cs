using Madoguchi.Desks;

namespace Madoguchi.Cases;

public sealed partial class Case
{
    /// <summary>Their turn in the line has come: whoever called them is in charge now.</summary>
    public void TakeTurn(CurrentAgent agent)
    {
        if (!agent.IsBootstrap)
            AgentId = agent.Id;
    }
}
