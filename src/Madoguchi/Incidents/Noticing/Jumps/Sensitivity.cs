namespace Madoguchi.Incidents.Noticing.Jumps;

/// <summary>How often a jump may be proposed that is mere chance: about once in this time.</summary>
public enum FalseAlarms { AMonth, AQuarter, AYear }

public static class Sensitivity
{
    /// <summary>A jump is looked for in these last minutes.</summary>
    public static readonly IReadOnlyList<int> Windows = [5, 15, 60, 180];

    // A window that slides is some three windows side by side (what a scan statistic pays for looking everywhere; Kulldorff 1997).
    private const double Sliding = 3;
    private const int FewestKeys = 100;

    /// <summary>What one test may cost, so that all of them together raise one false alarm in the time chosen (Bonferroni over keys and windows).</summary>
    public static double Level(FalseAlarms chosen, int keys)
    {
        var minutes = chosen switch { FalseAlarms.AMonth => 30, FalseAlarms.AQuarter => 91, FalseAlarms.AYear => 365 } * 1440d;
        return 1 / (Windows.Sum(w => minutes / w) * Sliding * Math.Max(FewestKeys, keys));
    }
}
