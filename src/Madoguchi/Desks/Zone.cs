namespace Madoguchi.Desks;

/// <summary>The time zone that the house lives by: where its days begin, and what "tomorrow at nine" means (<c>Madoguchi:Zone</c>).</summary>
public sealed record Zone(TimeZoneInfo Info)
{
    public static readonly Zone Tokyo = Of(null);

    /// <param name="name">IANA, as <c>Asia/Tokyo</c>.</param>
    public static Zone Of(string? name)
    {
        try
        {
            return new Zone(TimeZoneInfo.FindSystemTimeZoneById(name ?? "Asia/Tokyo"));
        }
        catch (TimeZoneNotFoundException) when (name is null or "Asia/Tokyo")
        {
            // Tokyo keeps one offset all year: a machine without zone data knows it too.
            return new Zone(TimeZoneInfo.CreateCustomTimeZone("Asia/Tokyo", TimeSpan.FromHours(9), null, null));
        }
        catch (Exception unknown) when (unknown is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw new InvalidOperationException($"Madoguchi:Zone: there is no time zone {name} on this machine. Use a name such as Asia/Tokyo or Europe/Berlin, and install tzdata.", unknown);
        }
    }

    public string Name => Info.Id;

    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Info).DateTime);

    /// <summary>When this hour of the day comes. Where the clock jumps over it, the first moment after the jump.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var wall = day.ToDateTime(time);
        while (Info.IsInvalidTime(wall))
            wall = wall.AddMinutes(15);
        return new DateTimeOffset(wall, Info.IsAmbiguousTime(wall) ? Info.GetAmbiguousTimeOffsets(wall).Max() : Info.GetUtcOffset(wall)).ToUniversalTime();
    }

    public DateTimeOffset StartOf(DateOnly day) => At(day, TimeOnly.MinValue);
}
