using Madoguchi.Care.Recognizing;

namespace Madoguchi.Care.Folding;

/// <summary>How one agent is shown words that were hard to read.</summary>
/// <param name="Hurts">How many sentences are folded.</param>
/// <param name="Request">What they want.</param>
/// <param name="By">The agent who marked it.</param>
public sealed record Fold(CareVerdict Verdict, CareKind Kind, int Hurts, string Request, IReadOnlyList<Reason> Reasons, string? By)
{
    public bool IsFolded => Verdict is CareVerdict.Folded;

    /// <summary>Changes with what is shown.</summary>
    public string Stamp => $"{Verdict} {By} {Request.Length}";

    public static Fold Of(CareMark mark) => new(mark.Verdict, mark.Kind, mark.Hurts, mark.Request, Folding.Reasons.Read(mark.Reasons), mark.Verdict is CareVerdict.Folded ? mark.ByName : null);
}
