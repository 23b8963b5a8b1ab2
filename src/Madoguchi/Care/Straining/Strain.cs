namespace Madoguchi.Care.Straining;

public enum StrainLevel { Calm, Steady, High }

/// <summary>What a day's strain comes of.</summary>
public enum StrainReason { HardInARow, LongStretch, Late, ManyAtOnce }

/// <summary>How hard the day is on one agent, by their own record alone, and for their own eyes (docs/care.md). It measures nobody's worth: the same work is the same strain, well done or not,
/// and thanks do not make it less.</summary>
/// <param name="HardInARow">Hard cases since the last rest.</param>
/// <param name="StretchMinutes">Without a rest until now.</param>
/// <param name="LateMinutes">Of the day's work between ten in the evening and five in the morning.</param>
/// <param name="AtOnce">Cases worked on in the last half hour.</param>
public sealed record Strain(StrainLevel Level, IReadOnlyList<StrainReason> Reasons, int HardInARow, int HardToday, int StretchMinutes, int WorkedMinutes, int LateMinutes, int AtOnce)
{
    private const int High = 4;
    private const int Steady = 2;
    private const int LateFrom = 22;
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(30);

    /// <param name="zone">The house's, by which it is late.</param>
    public static Strain Of(WorkDay day, TimeZoneInfo zone)
    {
        var (stretches, now) = (day.Stretches(), day.Ongoing());
        var hard = now is { } since ? day.Hard.Where(h => h.At >= since.From).Select(h => h.Case).Distinct().Count() : 0;
        var stretch = (int)(now?.Length.TotalMinutes ?? 0);
        var late = (int)stretches.Sum(s => Late(s, zone).TotalMinutes);
        var atOnce = day.Acts.Where(a => a.At > day.Now - Lately).Select(a => a.Case).Distinct().Count();
        (StrainReason Of, int Points)[] points =
        [
            (StrainReason.HardInARow, hard >= 3 ? High : hard),
            (StrainReason.LongStretch, stretch >= 240 ? High : stretch >= 180 ? 2 : stretch >= 120 ? 1 : 0),
            (StrainReason.Late, late >= 120 ? 2 : late >= 30 ? 1 : 0),
            (StrainReason.ManyAtOnce, atOnce >= 10 ? 2 : atOnce >= 6 ? 1 : 0),
        ];
        var sum = points.Sum(p => p.Points);
        return new(sum >= High ? StrainLevel.High : sum >= Steady ? StrainLevel.Steady : StrainLevel.Calm, [.. points.Where(p => p.Points > 0).OrderByDescending(p => p.Points).Select(p => p.Of)],
            hard, day.Hard.Select(h => h.Case).Distinct().Count(), stretch, (int)stretches.Sum(s => s.Length.TotalMinutes), late, atOnce);
    }

    /// <summary>The first moment of the working day that this moment belongs to.</summary>
    public static DateTimeOffset DayOf(DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone);
        var day = local.Hour < WorkDay.BeginsAt ? local.Date.AddDays(-1) : local.Date;
        return At(day.AddHours(WorkDay.BeginsAt), zone);
    }

    // From ten in the evening until five: the hours that Japanese labour law calls late (深夜).
    private static TimeSpan Late(Span span, TimeZoneInfo zone)
    {
        var late = TimeSpan.Zero;
        for (var day = TimeZoneInfo.ConvertTime(span.From, zone).Date.AddDays(-1); At(day, zone) <= span.To; day = day.AddDays(1))
            late += span.Within(At(day.AddHours(LateFrom), zone), At(day.AddDays(1).AddHours(WorkDay.BeginsAt), zone));
        return late;
    }

    private static DateTimeOffset At(DateTime wall, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(wall))
            wall = wall.AddMinutes(15);
        return new DateTimeOffset(wall, zone.GetUtcOffset(wall)).ToUniversalTime();
    }
}
