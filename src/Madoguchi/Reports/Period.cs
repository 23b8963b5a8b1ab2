using System.Globalization;
using Madoguchi.Desks.Hours;

namespace Madoguchi.Reports;

/// <summary>Days in the house's zone, the last one included.</summary>
public sealed record Period(DateOnly From, DateOnly To, HouseZone Zone)
{
    public const int Usual = 30;
    public const int Longest = 366;

    public int Days => To.DayNumber - From.DayNumber + 1;

    public long Start => Second(From);

    /// <summary>The first second after it.</summary>
    public long End => Second(To.AddDays(1));

    public static Period Last(int days, HouseZone zone, DateTimeOffset now) => new(zone.DayOf(now).AddDays(1 - days), zone.DayOf(now), zone);

    /// <summary>Stretches of days of one length: where clocks are changed, a day of 23 or 25 hours stands alone.</summary>
    public IEnumerable<Stretch> Stretches()
    {
        var (first, start, day) = (From, Start, From);
        for (var at = start; day <= To; day = day.AddDays(1))
        {
            var end = Second(day.AddDays(1));
            if (end - at != Stretch.Whole)
            {
                if (day > first)
                    yield return new(first, start, at, Stretch.Whole);
                yield return new(day, at, end, end - at);
                (first, start) = (day.AddDays(1), end);
            }

            at = end;
        }

        if (start < End)
            yield return new(first, start, End, Stretch.Whole);
    }

    /// <summary>What was asked for, or what is wrong with it, by parameter.</summary>
    public static (Period Asked, Dictionary<string, string[]> Errors) Read(string? from, string? to, HouseZone zone, DateTimeOffset now)
    {
        var usual = Last(Usual, zone, now);
        var errors = new Dictionary<string, string[]>();
        var last = Day("to", to) ?? usual.To;
        var first = Day("from", from) ?? last.AddDays(1 - Usual);
        if (errors.Count == 0 && first > last)
            errors["from"] = ["The first day is after the last one."];
        else if (errors.Count == 0 && last.DayNumber - first.DayNumber >= Longest)
            errors["from"] = [$"At most {Longest} days at once."];
        return (errors.Count > 0 ? usual : new Period(first, last, zone), errors);

        DateOnly? Day(string name, string? text)
        {
            if (string.IsNullOrEmpty(text))
                return null;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1970 and < 9000)
                return day;
            errors[name] = ["A day such as 2026-11-22."];
            return null;
        }
    }

    private long Second(DateOnly day) => Zone.StartOf(day).ToUnixTimeSeconds();
}

/// <param name="First">The day that begins at <paramref name="Start"/>.</param>
/// <param name="Day">Seconds of each of its days.</param>
public sealed record Stretch(DateOnly First, long Start, long End, long Day)
{
    public const long Whole = 86_400;
}
