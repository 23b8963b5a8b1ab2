using Madoguchi.Care.Folding;
using Madoguchi.Care.Stepping;
using Madoguchi.Care.Supervising;
using Madoguchi.Cases;
using Madoguchi.Shared;

namespace Madoguchi.Care;

/// <param name="Hurts">How many sentences are folded.</param>
/// <param name="Request">What the customer wants, without them.</param>
/// <param name="Reasons">What had gone wrong on our side.</param>
/// <param name="By">The agent who marked it, or took the mark away; nobody when the lists did.</param>
public sealed record MarkView(int Entry, CareVerdict Verdict, IReadOnlyList<string> Kinds, int Weight, int Hurts, string Request, IReadOnlyList<Reason> Reasons, DateTimeOffset At, string? By, string? Because)
{
    public static MarkView Of(CareMark mark) => new(mark.Entry, mark.Verdict, mark.Kinds, mark.Weight, mark.Hurts, mark.Request, Folding.Reasons.Read(mark.Reasons), mark.At, mark.ByName, mark.Because);
}

/// <param name="Entry">None: the whole record was taken out.</param>
public sealed record LookView(int Entry, string Agent, DateTimeOffset At);

/// <param name="Letter">The message to the customer that came with it.</param>
public sealed record StepView(Id<TakenStep> StepId, CareStep Step, string Because, string By, DateTimeOffset At, string? Second, int? Letter, DateTimeOffset? BackAt, string? BackBy, string? BackBecause)
{
    public static StepView Of(TakenStep step) => new(step.Id, step.Step, step.Because, step.ByName, step.At, step.SecondName, step.Letter, step.BackAt, step.BackByName, step.BackBecause);
}

/// <summary>All that care knows of a case. For the house only.</summary>
/// <param name="Step">What holds now.</param>
/// <param name="Unfolded">Who read folded words whole, and when.</param>
public sealed record CareView(CareStep? Step, IReadOnlyList<MarkView> Marks, IReadOnlyList<LookView> Unfolded, IReadOnlyList<StepView> Steps, SupervisorView? Supervisor)
{
    public static readonly CareView None = new(null, [], [], [], null);

    public bool IsEmpty => Step is null && Marks.Count == 0 && Steps.Count == 0 && Supervisor is null;

    public int Folded => Marks.Count(m => m.Verdict is CareVerdict.Folded);
}
