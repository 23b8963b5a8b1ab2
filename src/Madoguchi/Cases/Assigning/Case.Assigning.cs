using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases;

public enum AssignRefusal { WithAnotherDesk, NotAtThisDesk, TakenBySomebodyElse }

/// <param name="SitsHere">Whether they have a seat at the owner desk.</param>
public sealed record Assignee(Id<Agent> Id, string Name, bool SitsHere);

public sealed partial class Case
{
    /// <summary>Somebody of the owner desk is put in charge, or nobody. Nothing happens when it is so already.</summary>
    public Result<IReadOnlyList<Happening>, AssignRefusal> Assign(Assignee? to, CurrentAgent agent)
    {
        if (!agent.WorksAt(DeskId))
            return AssignRefusal.WithAnotherDesk;
        if (to is { SitsHere: false })
            return AssignRefusal.NotAtThisDesk;
        if (AgentId == to?.Id)
            return Array.Empty<Happening>();

        AgentId = to?.Id;
        return new Happening[] { new Assigned(to?.Id.Value, to?.Name) };
    }

    /// <summary>"I take it": of two at once one gets it. Taking it from a colleague is an assignment, said as such.</summary>
    public Result<IReadOnlyList<Happening>, AssignRefusal> Take(CurrentAgent agent)
    {
        if (!agent.WorksAt(DeskId))
            return AssignRefusal.WithAnotherDesk;
        if (agent == CurrentAgent.Bootstrap)
            return AssignRefusal.NotAtThisDesk; // no person
        if (AgentId is { } other && other != agent.Id)
            return AssignRefusal.TakenBySomebodyElse;
        return Assign(new Assignee(agent.Id, agent.Name, SitsHere: true), agent);
    }
}
