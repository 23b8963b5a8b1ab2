namespace Madoguchi.Incidents.Noticing.Jumps;

/// <summary>What a setting means in this house: from how many people within an hour on one thing is proposed, while everything else is as usual.</summary>
public static class Needed
{
    public const int Minutes = 60;

    // More than this in an hour no setting asks for.
    private const int Most = 100_000;

    /// <summary>So many would be ordinary.</summary>
    public static double Ordinary(Past past, JumpKey key, DateTimeOffset at) => Of(past, key, at).Mean;

    /// <summary>Null: it cannot be judged yet, as its own past is too short.</summary>
    public static int? People(Past past, JumpKey key, DateTimeOffset at, FalseAlarms chosen, int fewest)
    {
        if (key.Kind is JumpKind.Product or JumpKind.Problem && (past.Days < 7 || past.DaysSince(key) < 7))
            return null;
        var (normal, level) = (Of(past, key, at), Sensitivity.Level(chosen, past.Kinds));
        var (less, enough) = (fewest - 1, fewest);
        while (enough < Most && normal.Chance(enough) >= level)
            (less, enough) = (enough, enough * 2);
        // The more, the rarer.
        while (enough - less > 1)
        {
            var between = (less + enough) / 2;
            if (normal.Chance(between) < level)
                enough = between;
            else
                less = between;
        }

        return enough;
    }

    /// <summary>When most comes, of all hours of a week.</summary>
    public static DateTimeOffset Busiest(Past past)
    {
        var hours = Enumerable.Range(0, 168).Select(h => past.Until - 1 - h).MaxBy(h => past.All(h).Mean);
        return DateTimeOffset.FromUnixTimeSeconds((hours + 1) * 3600);
    }

    private static Normal Of(Past past, JumpKey key, DateTimeOffset at)
    {
        var known = past.At(key, at.AddMinutes(-1).ToUnixTimeSeconds() / 3600).Mean;
        return Normal.Of(past, key, null, 0, at, Minutes, (int)Math.Round(Math.Max(0, Normal.All(past, at, Minutes) - known)));
    }
}
