namespace Madoguchi.Desks.Hours;

/// <summary>When a desk is open, as a clock: pure, and in the time of the house. Spans are half open: at the last minute's end it is closed.
/// A special closure goes before a public holiday, and that before the week.</summary>
public sealed class OpeningHours
{
    public static readonly OpeningHours Always = new(TimeZoneInfo.Utc, null, null, []);

    // Nobody plans further: a desk that does not open within three years does not open.
    private const int Horizon = 3 * 366;
    private readonly TimeZoneInfo zone;
    private readonly IReadOnlyList<IReadOnlyList<OpenSpan>>? week;
    private readonly IReadOnlyList<OpenSpan>? onHolidays;
    private readonly IReadOnlyList<Closure> closures;

    /// <param name="week">Seven lists, Sunday first, each in order and without overlap; null: always open.</param>
    /// <param name="onHolidays">On public holidays instead of the week's; null: they are days like others.</param>
    public OpeningHours(TimeZoneInfo zone, IReadOnlyList<IReadOnlyList<OpenSpan>>? week, IReadOnlyList<OpenSpan>? onHolidays, IReadOnlyList<Closure> closures) =>
        (this.zone, this.week, this.onHolidays, this.closures) = (zone, week, onHolidays, closures);

    public bool IsAlways => week is null;

    public TimeZoneInfo Zone => zone;

    public IReadOnlyList<Closure> Closures => closures;

    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    public OpenDay On(DateOnly date)
    {
        if (week is null)
            return new(date, [OpenSpan.WholeDay], DayKind.Ordinary, null, null);
        var holiday = JapaneseHolidays.On(date);
        if (closures.FirstOrDefault(c => c.Covers(date)) is { } closure)
            return new(date, closure.Spans, DayKind.Special, holiday, closure);
        return holiday is not null && onHolidays is not null ? new(date, onHolidays, DayKind.Holiday, holiday, null) : new(date, week[(int)date.DayOfWeek], DayKind.Ordinary, holiday, null);
    }

    public bool IsOpen(DateTimeOffset at) => week is null || Around(at).Any(s => s.From <= at && at < s.To);

    /// <summary>When it opens next: now, while it is open; null when it does not.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset at) =>
        IsOpen(at) ? at : Stretches(at).Where(s => s.From > at).Select(s => (DateTimeOffset?)s.From).FirstOrDefault();

    /// <summary>When it closes next, a lunch break included; null while it is closed, and when it never does.</summary>
    public DateTimeOffset? Closing(DateTimeOffset at)
    {
        if (week is null || !IsOpen(at))
            return null;
        var last = Around(at).First(s => s.From <= at && at < s.To).To;
        // Until 24:00 and from 0:00 on is one stretch.
        foreach (var next in Stretches(at).Where(s => s.To > last))
        {
            if (next.From > last)
                return last;
            last = next.To;
        }

        return IsOpen(last) ? null : last;
    }

    /// <summary>How much of the time between the two the desk is open.</summary>
    public TimeSpan OpenTime(DateTimeOffset from, DateTimeOffset to)
    {
        if (week is null || to <= from)
            return to > from ? to - from : TimeSpan.Zero;
        var sum = TimeSpan.Zero;
        for (var day = DayOf(from).AddDays(-1); day <= DayOf(to).AddDays(1); day = day.AddDays(1))
        {
            foreach (var (start, end) in Spans(day))
            {
                var (late, early) = (start > from ? start : from, end < to ? end : to);
                if (early > late)
                    sum += early - late;
            }
        }

        return sum;
    }

    /// <summary>The first moment by which the desk has been open for that long since then; null when it never will.</summary>
    public DateTimeOffset? After(DateTimeOffset from, TimeSpan open)
    {
        if (open <= TimeSpan.Zero || week is null)
            return open > TimeSpan.Zero ? from + open : from;
        foreach (var (start, end) in Stretches(from).Where(s => s.To > from))
        {
            var late = start > from ? start : from;
            if (end - late >= open)
                return late + open;
            open -= end - late;
        }

        return null;
    }

    // Where the clock repeats an hour a day's date may come twice: the neighbours are looked at too.
    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Around(DateTimeOffset at) => Days(DayOf(at).AddDays(-1), 3);

    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Stretches(DateTimeOffset at) => Days(DayOf(at).AddDays(-1), Horizon);

    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Days(DateOnly first, int count) => Enumerable.Range(0, count).SelectMany(n => Spans(first.AddDays(n)));

    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Spans(DateOnly date) =>
        On(date).Spans.Select(s => (From: Instant(date, s.From), To: Instant(date, s.To))).Where(s => s.From < s.To);

    // The first time that the wall clock shows this, or what comes after it where it jumps: later wall times never come earlier.
    private DateTimeOffset Instant(DateOnly date, int minutes)
    {
        var wall = date.ToDateTime(TimeOnly.MinValue).AddMinutes(minutes);
        while (zone.IsInvalidTime(wall))
            wall = wall.AddMinutes(1);
        return new DateTimeOffset(wall, zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall)).ToUniversalTime();
    }
}
