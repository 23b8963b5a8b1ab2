using Madoguchi.Desks;

namespace Madoguchi.Cases;

public sealed partial class Case
{
    /// <summary>The step that holds now, if any was needed.</summary>
    public CareStep? Care { get; set; }

    /// <summary>Others read and note.</summary>
    public bool IsForSupervisors => Care is CareStep.SupervisorOnly or CareStep.Ended;

    /// <summary>Of the owner desk; and a supervisor, where only they answer.</summary>
    public bool IsAnsweredBy(CurrentAgent agent) => agent.WorksAt(DeskId) && (agent.SeesAll || !IsForSupervisors);

    /// <summary>What held before holds again; what was ended goes on.</summary>
    public void StepBackInCare(CareStep? before, DateTimeOffset now)
    {
        if (Care is CareStep.Ended)
            Go(Move.DeskTakesCall, now);
        Care = before;
    }

    /// <summary>The desk ends the talk, by a letter. Hearing the customer again opens it, for the supervisors.</summary>
    public void EndInCare(DateTimeOffset now)
    {
        (Care, Proposal) = (CareStep.Ended, null);
        Go(Move.DeskEnds, now);
    }
}
