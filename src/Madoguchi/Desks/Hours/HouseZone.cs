namespace Madoguchi.Desks.Hours;

/// <summary>The time that the house lives by: "tomorrow at nine" is nine here, wherever the agent or the server is.</summary>
public sealed record HouseZone(TimeZoneInfo Zone)
{
    public const string Default = "Asia/Tokyo";

    /// <param name="id">An IANA name such as <c>Asia/Tokyo</c>; nothing for that one.</param>
    public static HouseZone Of(string? id)
    {
        id = string.IsNullOrWhiteSpace(id) ? Default : id.Trim();
        if (TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
            return new(zone);
        // A system without zone data is no reason not to start: Tokyo keeps one offset all year.
        return id == Default ? new(TimeZoneInfo.CreateCustomTimeZone(id, TimeSpan.FromHours(9), id, id))
            : throw new InvalidOperationException($"Madoguchi:Zone is {id}, which this system does not know. Take an IANA name such as Asia/Tokyo, and install tzdata.");
    }
}
