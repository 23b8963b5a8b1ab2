using Madoguchi.Desks.Hours;

namespace Madoguchi.Line.Waiting;

/// <summary>A desk's opening hours as seconds from now, as far ahead as a wait is worth telling.</summary>
public static class Stretches
{
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(21);
    private const int Most = 40;

    public static IReadOnlyList<OpenStretch> Of(OpeningHours hours, DateTimeOffset now)
    {
        var stretches = new List<OpenStretch>();
        for (var at = now; stretches.Count < Most && hours.NextOpening(at) is { } opens && opens - now < Furthest;)
        {
            var closes = hours.Closing(opens);
            stretches.Add(new((opens - now).TotalSeconds, closes is { } end ? (end - now).TotalSeconds : double.PositiveInfinity, opens > now && (stretches.Count == 0 || hours.DayOf(opens) != hours.DayOf(at))));
            if (closes is null)
                break;
            at = closes.Value;
        }

        return stretches;
    }
}
