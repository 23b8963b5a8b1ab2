namespace Madoguchi.Line.Waiting;

/// <summary>
/// Chance without chance: the n-th draw of a future is a hash of its address (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", 2011). The same question has the
/// same answer, and two questions that differ in one ticket ahead share every draw: more people ahead are never a shorter wait.
/// </summary>
public readonly struct Draws(int future)
{
    private readonly ulong _future = Mixed((ulong)future + 1);

    /// <summary>Between 0 and 1, neither included.</summary>
    public double Of(Draw what, int index) => ((Word(what, index) >> 11) + 0.5) / (1UL << 53);

    public int Below(int count, Draw what, int index) => (int)(((Word(what, index) >> 32) * (ulong)count) >> 32);

    public double Exponential(Draw what, int index) => -Math.Log(Of(what, index));

    /// <summary>Box and Muller's.</summary>
    public double Normal(Draw what, int index) => Math.Sqrt(2 * Exponential(what, index)) * Math.Cos(2 * Math.PI * Of(what, ~index));

    private ulong Word(Draw what, int index) => Mixed(_future ^ ((ulong)what << 32 | (uint)index));

    // The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
    private static ulong Mixed(ulong z)
    {
        z += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

public enum Draw
{
    Pace,
    Member,
    Taken,
    Residual,
    Pickup,
    PickupMember,
    Crew,
    Leaver,
    LeaverShare,
    Overtaker,
    OvertakerRate,
    Return,
    Own,
}
