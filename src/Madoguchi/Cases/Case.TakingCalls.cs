using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases;

public sealed partial class Case
{
    /// <summary>What the customer said on the telephone is the customer's word: a closed window opens again for it. Who has them on the line is in charge.</summary>
    public Result<IReadOnlyList<Happening>, DeskRefusal> TakeCall(string words, CurrentAgent agent, DateTimeOffset now)
    {
        if (!agent.WorksAt(DeskId))
            return DeskRefusal.WithAnotherDesk;

        var woke = Wake(Woke.ByCustomer);
        List<Happening> happened = IsClosed ? [new Reopened()] : woke is not null ? [woke] : []; // as for a word in writing
        Proposal = null; // the talk goes on
        Go(Move.DeskTakesCall, now);
        happened.Add(new CallTaken(words));
        if (!agent.IsBootstrap && AgentId != agent.Id)
        {
            if (AgentId is not null)
                happened.Add(new Assigned(agent.Id.Value, agent.Name)); // a colleague wants to know
            AgentId = agent.Id;
        }

        return happened;
    }
}
