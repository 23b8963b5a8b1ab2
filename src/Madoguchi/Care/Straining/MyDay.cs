using Madoguchi.Cases;
using Madoguchi.Shared;

namespace Madoguchi.Care.Straining;

/// <param name="Hour">Begins at this moment.</param>
/// <param name="Minutes">Worked in it.</param>
/// <param name="Break">Minutes of break chosen in it.</param>
public sealed record DayHour(DateTimeOffset Hour, int Minutes, int Break, int Hard);

public sealed record HardMoment(DateTimeOffset At, Id<Case> CaseId, HardKind Kind);

public sealed record Suggested(DateTimeOffset At, StrainReason Because);

/// <summary>One's own day, for one's own eyes.</summary>
/// <param name="Day">It begins at five in the morning of this day, in the house's zone.</param>
/// <param name="Hours">From the first with anything in it to now.</param>
/// <param name="Suggestion">The break that is suggested just now.</param>
/// <param name="Thanks">How many customers have thanked you by name, in all.</param>
public sealed record MyDay(DateOnly Day, Strain Strain, IReadOnlyList<DayHour> Hours, IReadOnlyList<Span> Breaks, IReadOnlyList<HardMoment> Hard, Suggested? Suggestion, int Thanks)
{
    public static MyDay Of(WorkDay day, TimeZoneInfo zone, BreakAdvice? advice, int thanks) => new(
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(day.From, zone).Date), Strain.Of(day, zone), [.. HoursOf(day)], day.Breaks, [.. day.Hard.OrderBy(h => h.At).Select(h => new HardMoment(h.At, h.Case, h.Kind))],
        advice is null ? null : new(advice.At, advice.Because), thanks);

    private static IEnumerable<DayHour> HoursOf(WorkDay day)
    {
        var stretches = day.Stretches();
        var hours = Enumerable.Range(0, (int)Math.Ceiling((day.Now - day.From).TotalHours)).Select(i => day.From.AddHours(i)).Select(h => new DayHour(
            h, Minutes(stretches, h), Minutes(day.Breaks, h), day.Hard.Where(x => x.At >= h && x.At < h.AddHours(1)).Select(x => x.Case).Distinct().Count())).ToList();
        // A short word is work, too: it is seen as a minute.
        hours = [.. hours.Select(h => h.Minutes == 0 && day.Acts.Any(a => a.At >= h.Hour && a.At < h.Hour.AddHours(1)) ? h with { Minutes = 1 } : h)];
        return hours.SkipWhile(h => h is { Minutes: 0, Break: 0, Hard: 0 });
    }

    private static int Minutes(IEnumerable<Span> spans, DateTimeOffset hour) => (int)Math.Round(spans.Sum(s => s.Within(hour, hour.AddHours(1)).TotalMinutes));
}
