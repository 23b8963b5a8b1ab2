using Madoguchi.Incidents;
using Madoguchi.Incidents.Reviewing;

namespace Madoguchi.Reports.Monthly;

/// <summary>One incident, as the management reads it.</summary>
/// <param name="Title">What the house calls it.</param>
/// <param name="Ja">What the public reads, where something was written for it.</param>
/// <param name="Notice">Minutes from its beginning until the first customer it hit told us.</param>
/// <param name="Declare">Minutes from its beginning until it was called an incident.</param>
/// <param name="Resolve">Minutes from its beginning until it was over; nothing while it is not.</param>
/// <param name="LostMinutes">Of all customers together, within the month.</param>
public sealed record Fire(string Title, string? Ja, string? En, Severity Severity, DateTimeOffset Since, DateTimeOffset DeclaredAt, DateTimeOffset? ResolvedAt, int? Notice, int Declare, int? Resolve, int Customers, long LostMinutes)
{
    /// <param name="from">The beginning of the month.</param>
    /// <param name="until">Its end, or now.</param>
    public static Fire Of(Incident of, IReadOnlyList<Hit> hits, DateTimeOffset from, DateTimeOffset until)
    {
        var over = of.ResolvedAt <= until ? of.ResolvedAt : null;
        return new(of.Title, of.PublicJa, of.PublicEn, of.Severity, of.Since, of.DeclaredAt, over, hits.Count == 0 ? null : Minutes(of.Since, hits.Min(h => h.ToldAt)), Minutes(of.Since, of.DeclaredAt), over is { } end ? Minutes(of.Since, end) : null,
            hits.Select(h => h.Customer).Distinct().Count(), (long)Math.Round(LostTime.Of(hits, of.Since, of.ResolvedAt, from, until).TotalMinutes));
    }

    public IReadOnlyDictionary<string, object?> Row => Report.Row(
        ("incident", Title), ("severity", Severity), ("since", Since), ("declaredAt", DeclaredAt), ("resolvedAt", ResolvedAt), ("minutesToNotice", Notice), ("minutesToDeclare", Declare), ("minutesToResolve", Resolve),
        ("customers", Customers), ("lostMinutes", LostMinutes), ("publicJa", Ja), ("publicEn", En));

    /// <param name="customers">Each once, however many incidents have hit them.</param>
    public static Dictionary<string, long?> Sums(IReadOnlyList<Fire> fires, int customers) => new()
    {
        ["incidents"] = fires.Count, ["open"] = fires.Count(f => f.ResolvedAt is null), ["customers"] = customers, ["lostMinutes"] = fires.Sum(f => f.LostMinutes),
        ["minutesToNoticeP50"] = Half(fires.Select(f => f.Notice)), ["minutesToDeclareP50"] = Half(fires.Select(f => (int?)f.Declare)), ["minutesToResolveP50"] = Half(fires.Select(f => f.Resolve)),
    };

    private static long? Half(IEnumerable<int?> minutes) => Quantiles.Of([.. minutes.OfType<int>().Order()], 50);

    private static int Minutes(DateTimeOffset from, DateTimeOffset to) => to <= from ? 0 : (int)Math.Round((to - from).TotalMinutes, MidpointRounding.AwayFromZero);
}
