using Madoguchi.Incidents;

namespace Madoguchi.Reports.Monthly;

/// <summary>One incident, as the management reads it.</summary>
/// <param name="Notice">Minutes from its beginning until the first customer it hit told us.</param>
/// <param name="Declare">Minutes from its beginning until it was called an incident.</param>
/// <param name="Resolve">Minutes from its beginning until it was over; nothing while it is not.</param>
/// <param name="LostMinutes">Of all customers together: each from their first word until it was over.</param>
public sealed record Fire(string Title, Severity Severity, DateTimeOffset Since, DateTimeOffset DeclaredAt, DateTimeOffset? ResolvedAt, int? Notice, int Declare, int? Resolve, int Customers, long LostMinutes)
{
    /// <param name="told">When each customer told us first.</param>
    /// <param name="until">The end of the month, or now.</param>
    public static Fire Of(Incident of, IReadOnlyList<DateTimeOffset> told, DateTimeOffset until)
    {
        var over = of.ResolvedAt < until ? of.ResolvedAt : null;
        return new(of.Title, of.Severity, of.Since, of.DeclaredAt, over, told.Count == 0 ? null : Minutes(of.Since, told.Min()), Minutes(of.Since, of.DeclaredAt), over is { } end ? Minutes(of.Since, end) : null,
            told.Count, told.Sum(t => (long)Minutes(t < of.Since ? of.Since : t, over ?? until)));
    }

    public IReadOnlyDictionary<string, object?> Row => Report.Row(
        ("incident", Title), ("severity", Severity), ("since", Since), ("declaredAt", DeclaredAt), ("resolvedAt", ResolvedAt), ("minutesToNotice", Notice), ("minutesToDeclare", Declare), ("minutesToResolve", Resolve),
        ("customers", Customers), ("lostMinutes", LostMinutes));

    /// <param name="customers">Each once, however many incidents have hit them.</param>
    public static Dictionary<string, long?> Sums(IReadOnlyList<Fire> fires, int customers) => new()
    {
        ["incidents"] = fires.Count, ["open"] = fires.Count(f => f.ResolvedAt is null), ["customers"] = customers, ["lostMinutes"] = fires.Sum(f => f.LostMinutes),
        ["minutesToNoticeP50"] = Half(fires.Select(f => f.Notice)), ["minutesToDeclareP50"] = Half(fires.Select(f => (int?)f.Declare)), ["minutesToResolveP50"] = Half(fires.Select(f => f.Resolve)),
    };

    private static long? Half(IEnumerable<int?> minutes) => Quantiles.Of([.. minutes.OfType<int>().Order()], 50);

    private static int Minutes(DateTimeOffset from, DateTimeOffset to) => to <= from ? 0 : (int)Math.Round((to - from).TotalMinutes, MidpointRounding.AwayFromZero);
}
