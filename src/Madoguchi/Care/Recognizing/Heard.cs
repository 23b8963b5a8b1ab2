namespace Madoguchi.Care.Recognizing;

/// <summary>What a message is like to read.</summary>
/// <param name="Weight">Of all that hurts.</param>
/// <param name="Kinds">The gravest first.</param>
/// <param name="AgainstThePerson">It is aimed at whoever reads it: our failures do not excuse it.</param>
/// <param name="Hurts">How many sentences hurt.</param>
/// <param name="Request">The rest: what they want, in their own words and order.</param>
public sealed record Heard(int Weight, IReadOnlyList<CareKind> Kinds, bool AgainstThePerson, bool IsAngry, int Hurts, string Request, int Threshold)
{
    public bool IsAbusive => Weight >= Threshold;

    public bool IsCalm => Weight == 0 && !IsAngry;
}
