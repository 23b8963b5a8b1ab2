using Madoguchi.Desks.Hours;

namespace Madoguchi.Care.Straining;

/// <summary>What a desk's agents carry together, over seven whole days. Only where at least four have worked, and never who: a sum over fewer would be somebody.</summary>
/// <param name="TooFew">Fewer than four have worked: nothing is said.</param>
/// <param name="HighDays">Working days on which the strain of somebody was high at their end.</param>
public sealed record TeamStrain(DateOnly From, DateOnly To, bool TooFew, int? Agents = null, int? WorkedHours = null, int? LateHours = null, int? HardCases = null, int? Breaks = null, int? HighDays = null)
{
    public const int Fewest = 4;
    public const int Days = 7;

    /// <param name="days">Of each agent, the days on which they worked.</param>
    public static TeamStrain Of(DateOnly from, DateOnly to, IReadOnlyList<IReadOnlyList<WorkDay>> days, HouseZone zone)
    {
        var worked = days.Where(d => d.Any(w => w.Acts.Count + w.Talks.Count > 0)).ToList();
        if (worked.Count < Fewest)
            return new(from, to, true);
        var all = worked.SelectMany(d => d).Select(d => (Day: d, Strain: Strain.Of(d, zone.Zone))).ToList();
        return new(from, to, false, worked.Count, all.Sum(a => a.Strain.WorkedMinutes) / 60, all.Sum(a => a.Strain.LateMinutes) / 60, all.Sum(a => a.Strain.HardToday), all.Sum(a => a.Day.Breaks.Count(b => b.Length >= WorkDay.ShortestBreak)),
            all.Count(a => a.Strain.Level is StrainLevel.High));
    }
}
