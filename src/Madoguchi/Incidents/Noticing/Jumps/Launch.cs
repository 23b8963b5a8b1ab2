namespace Madoguchi.Incidents.Noticing.Jumps;

/// <summary>Where no past explains what comes, a key is held against the other keys of this hour: that one is the most frequent means nothing, it must stand out
/// from them (the largest of a Zipf's is twice the second).</summary>
public static class Launch
{
    private const double MostOfTexts = 1d / 3;

    /// <summary>How much larger than the next an ordinary one may be: errors are short of company, words are what people happen to say.</summary>
    private static double Ratio(JumpKind kind) => kind is JumpKind.Words ? 4 : 2;

    // A second look besides the test of chance; it need not be as rare.
    private const double Striking = 1e-4;

    /// <param name="rivals">How many came of each other key of this kind.</param>
    public static bool StandsOut(JumpKind kind, int seen, int others, IEnumerable<int> rivals)
    {
        // What a third of all write is not striking among them, it is what people write.
        if (kind is JumpKind.Words && seen > (seen + others) * MostOfTexts)
            return false;
        var (next, third) = rivals.OrderDescending().Take(2).ToList() switch { [var a, var b] => (a, b), [var a] => (a, 0), _ => (0, 0) };
        // Two incidents at once must not hide each other.
        return IsAbove(kind, seen, kind is not JumpKind.Words && IsAbove(kind, next, third) ? third : next);
    }

    private static bool IsAbove(JumpKind kind, int seen, int next) => Tail.Poisson(seen, Ratio(kind) * Math.Max(1, next)) < Striking;
}
