using Madoguchi.Desks.Hours;

namespace Madoguchi.Findings.Escalating;

/// <summary>By when, when nobody has said: pure.</summary>
public static class Deadline
{
    private const int Horizon = 366;

    /// <summary>The end of the next working day after today; a day from now where a desk never closes.</summary>
    public static DateTimeOffset EndOfNextWorkingDay(OpeningHours hours, DateTimeOffset now)
    {
        if (hours.IsAlways)
            return now.AddDays(1);
        var today = hours.DayOf(now);
        for (var day = today.AddDays(1); day <= today.AddDays(Horizon); day = day.AddDays(1))
        {
            if (hours.On(day).Spans is not { Count: > 0 } spans)
                continue;
            var end = day.ToDateTime(TimeOnly.MinValue).AddMinutes(spans[^1].To);
            return new DateTimeOffset(end, hours.Zone.GetUtcOffset(end)).ToUniversalTime();
        }

        return now.AddDays(1);
    }

    /// <summary>So many open hours from now; as many hours, where the desk does not open any more.</summary>
    public static DateTimeOffset OpenHours(OpeningHours hours, int many, DateTimeOffset now) => hours.After(now, TimeSpan.FromHours(many)) ?? now.AddHours(many);
}
