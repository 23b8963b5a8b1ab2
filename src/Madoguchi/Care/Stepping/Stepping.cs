using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Care.Stepping;

/// <param name="Because">Why; it stays in the house.</param>
/// <param name="Second">Who stands beside, for two persons; the supervisors are rung when missing.</param>
/// <param name="Letter">What the customer reads; the house's own words when missing.</param>
/// <param name="Tell">Whether the customer is written to. A notice and an end always are; the others when nothing else is said are, too.</param>
public sealed record NewStep(CareStep Step, string Because, Id<Agent>? Second = null, string? Letter = null, bool? Tell = null) : IChecked
{
    public const int LongestReason = 500;

    public bool IsTold => Step is CareStep.Notice or CareStep.Ended || Tell is not false;

    public IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. Enum.IsDefined(Step) ? Array.Empty<(string, string)>() : [("/step", "notice, twoPersons, supervisorOnly or ended.")], .. Checks.Words("/because", Because, LongestReason),
        .. Letter is null ? [] : Checks.Words("/letter", Letter),
    ];
}

/// <param name="Because">Why: an appeal, or that it is calm again.</param>
public sealed record StepBack(string Because) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => Checks.Words("/because", Because, NewStep.LongestReason);
}

/// <param name="Entry">The letter to the customer, if one went out.</param>
public sealed record StepTaken(Id<TakenStep> StepId, CareStep? Now, int? Entry);

/// <summary>Why no step was taken.</summary>
public enum StepRefusal { Unknown, WithAnotherDesk, ForSupervisors, NotAhead, NoStep, UnknownSecond, NeedsApproval, SendsAway }

/// <summary>Pure: which step may be taken, and by whom.</summary>
public static class Stepping
{
    public static StepRefusal? Prevents(this Case theCase, CareStep step, CurrentAgent agent) =>
        !agent.WorksAt(theCase.DeskId) ? StepRefusal.WithAnotherDesk
        : !agent.SeesAll && (step is CareStep.SupervisorOnly or CareStep.Ended || theCase.IsForSupervisors) ? StepRefusal.ForSupervisors
        : step <= theCase.Care ? StepRefusal.NotAhead
        : null;

    /// <summary>The steps that are ahead of where the case stands.</summary>
    public static IReadOnlyList<CareStep> Ahead(CareStep? now) => [.. Enum.GetValues<CareStep>().Where(s => now is null || s > now)];

    /// <summary>Back to what held before; whoever took the step may, and supervisors.</summary>
    public static StepRefusal? PreventsBack(this Case theCase, TakenStep? last, CurrentAgent agent) =>
        !agent.WorksAt(theCase.DeskId) ? StepRefusal.WithAnotherDesk : last is null ? StepRefusal.NoStep : !agent.SeesAll && last.ById != agent.Id ? StepRefusal.ForSupervisors : null;
}
