using Madoguchi.Desks.Hours;
using Madoguchi.Shared;

namespace Madoguchi.Line.ReturnTimes;

/// <summary>An hour in which one may come back instead of waiting, like an amusement park's fast pass.</summary>
/// <param name="Free">Places that nobody has chosen yet.</param>
public sealed record ReturnWindow(DateTimeOffset From, DateTimeOffset To, int Free);

/// <summary>Why a chosen time is not possible.</summary>
public enum WindowRefusal { Closed, Full }

/// <summary>The times that can be chosen: whole hours of the desk's clock, as far as it is open in them. Pure.</summary>
public sealed class ReturnWindows(OpeningHours hours, int placesAnHour, IReadOnlyCollection<DateTimeOffset> taken, DateTimeOffset now)
{
    /// <summary>A week ahead; who needs longer writes.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(7);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    // Nobody comes back for less.
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(15);
    private readonly Dictionary<DateTimeOffset, int> taken = taken.CountBy(HourOf).ToDictionary();

    public int PlacesAnHour => placesAnHour;

    /// <summary>Hours to come that are not over before they begin.</summary>
    public IEnumerable<ReturnWindow> All => Between(now, now + Horizon).Where(w => w.From > now);

    public IEnumerable<ReturnWindow> Free => All.Where(w => w.Free > 0);

    /// <summary>The beginning that is kept for whoever asks for a time: that, or the first hour with a place within the range they gave.
    /// What has begun already is no appointment, and takes nobody's place.</summary>
    /// <param name="to">Nothing: any time from then on, within the hour that it falls into.</param>
    public Result<DateTimeOffset, WindowRefusal> Place(DateTimeOffset from, DateTimeOffset? to)
    {
        if (to <= now)
            return WindowRefusal.Closed;
        if (from <= now)
            return from;
        var within = Between(from, to ?? HourOf(from) + Hour).ToList();
        if (within.Find(w => w.Free > 0) is { } free)
            return free.From;
        return within.Count == 0 ? WindowRefusal.Closed : WindowRefusal.Full;
    }

    // The parts of the hours between the two in which the desk is open.
    private IEnumerable<ReturnWindow> Between(DateTimeOffset from, DateTimeOffset to)
    {
        var (last, end) = (now + Horizon + Hour, to);
        for (var hour = HourOf(from); hour < end && hour < last; hour += Hour)
        {
            var (start, stop) = (hour > from ? hour : from, hour + Hour < end ? hour + Hour : end);
            if (hours.NextOpening(start) is { } opens && opens < stop && hours.OpenTime(start, stop) is var open && (open >= Shortest || open == stop - start))
                yield return new(opens, hours.Closing(opens) is { } closes && closes < stop ? closes : stop, Math.Max(0, placesAnHour - taken.GetValueOrDefault(hour)));
        }
    }

    // Every zone of today is a whole number of quarters from UTC; an hour of ours is one of the world's clock.
    private static DateTimeOffset HourOf(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
}
