using System.Text.Json.Serialization;
using Madoguchi.Incidents.Maintaining;
using Madoguchi.Shared;

namespace Madoguchi.Incidents.Showing;

/// <summary>How things stand, in one word: the worst that is open.</summary>
public enum OverallState { Operational, Maintenance, Minor, Major, Critical }

/// <param name="State">How far we were with it then.</param>
public sealed record PublicUpdate(DateTimeOffset At, IncidentState State, Bilingual Text, Id<IncidentUpdate> UpdateId);

/// <param name="Since">When it began.</param>
/// <param name="Updates">The newest first.</param>
public sealed record PublicIncident(Id<Incident> IncidentId, Bilingual Title, IncidentState State, Severity Severity, string? Product, DateTimeOffset Since, IReadOnlyList<PublicUpdate> Updates, DateTimeOffset? ResolvedAt);

/// <param name="WasFrom">When it was to be before it was moved.</param>
public sealed record PublicMaintenance(Id<Maintenance> MaintenanceId, Bilingual Title, Bilingual? Text, string? Product, DateTimeOffset From, DateTimeOffset To, MaintenanceState State, DateTimeOffset? WasFrom, DateTimeOffset? WasTo, DateTimeOffset ChangedAt);

/// <summary>How one product stands.</summary>
public sealed record ProductState(string Product, OverallState State);

/// <summary>One of the last days: the worst of it, and what it was.</summary>
/// <param name="Ago">0: today.</param>
public sealed record DayState(int Ago, OverallState State, IReadOnlyList<PublicIncident> Incidents);

/// <summary>What the whole world may read of how things stand, and nothing else: titles and updates as they were written for the public, no word of the house's own.</summary>
/// <param name="Incidents">What is open, then what was resolved within ninety days; the newest first.</param>
public sealed record PublicStatus(OverallState State, IReadOnlyList<ProductState> Products, IReadOnlyList<PublicIncident> Incidents, IReadOnlyList<PublicMaintenance> Maintenance)
{
    public const int Days = 90;

    public static PublicStatus Of(IReadOnlyCollection<Incident> incidents, IEnumerable<IncidentUpdate> updates, IEnumerable<Maintenance> maintenances, DateTimeOffset now)
    {
        // What was said of one that goes on in another belongs to that one's course.
        var all = incidents.ToDictionary(i => i.Id);
        var said = updates.Where(u => u.CancelledAt is null && u.DueAt <= now && Bilingual.Of(u.TextJa, u.TextEn) is not null && all.ContainsKey(u.IncidentId)).ToLookup(u => all[u.IncidentId].GoesOnIn(all).Id);
        List<PublicIncident> shown = [.. incidents.Where(i => !i.IsMerged && (i.ResolvedAt is not { } over || over > now.AddDays(-Days))).OrderBy(i => i.ResolvedAt is not null).ThenByDescending(i => i.Since).Select(i => Of(i, said[i.Id]))];
        List<PublicMaintenance> planned = [.. maintenances.Where(m => (m.CancelledAt is null && m.EndsAt > now.AddDays(-Days)) || m.IsCalledOffInPublic(now)).OrderByDescending(m => m.EndsAt > now).ThenBy(m => m.EndsAt > now ? m.StartsAt.Ticks : -m.StartsAt.Ticks)
            .Select(m => new PublicMaintenance(m.Id, m.Title, m.Text, m.Product, m.StartsAt, m.EndsAt, m.StateAt(now), m.WasFrom, m.WasTo, m.ChangedAt))];
        var products = shown.Select(i => i.Product).Concat(planned.Select(m => m.Product)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal);
        return new(StateOf(null, shown, planned), [.. products.Select(p => new ProductState(p, StateOf(p, shown, planned)))], shown, planned);
    }

    [JsonIgnore]
    public IEnumerable<PublicIncident> Open => Incidents.Where(i => i.ResolvedAt is null);

    [JsonIgnore]
    public IEnumerable<PublicIncident> Past => Incidents.Where(i => i.ResolvedAt is not null);

    /// <summary>What is to come, what runs, and what was called off after everybody had been told.</summary>
    [JsonIgnore]
    public IEnumerable<PublicMaintenance> Planned => Maintenance.Where(m => m.State is not MaintenanceState.Done);

    /// <summary>Each of the last days, the oldest first: a product's own, and what names no product.</summary>
    public IReadOnlyList<DayState> DaysOf(string? product, DateTimeOffset now, TimeSpan zone)
    {
        var today = now.ToOffset(zone).Date;
        var mine = Incidents.Where(i => Concerns(i.Product, product)).Select(i => (Incident: i, First: (today - i.Since.ToOffset(zone).Date).Days, Last: Math.Max(0, (today - (i.ResolvedAt ?? now).ToOffset(zone).Date).Days))).ToList();
        return [.. Enumerable.Range(0, Days).Select(i => Days - 1 - i).Select(ago =>
        {
            List<PublicIncident> on = [.. mine.Where(m => m.First >= ago && m.Last <= ago).Select(m => m.Incident)];
            return new DayState(ago, on.Select(i => Of(i.Severity)).DefaultIfEmpty(OverallState.Operational).Max(), on);
        })];
    }

    public static OverallState Of(Severity severity) => severity switch
    {
        Severity.Minor => OverallState.Minor,
        Severity.Major => OverallState.Major,
        Severity.Critical => OverallState.Critical,
    };

    private static OverallState StateOf(string? product, List<PublicIncident> incidents, List<PublicMaintenance> planned) =>
        incidents.Where(i => i.ResolvedAt is null && Concerns(i.Product, product)).Select(i => Of(i.Severity))
            .DefaultIfEmpty(planned.Any(m => m.State is MaintenanceState.Running && Concerns(m.Product, product)) ? OverallState.Maintenance : OverallState.Operational).Max();

    // Everything, or what names no product, concerns each.
    private static bool Concerns(string? named, string? product) => product is null || named is null || string.Equals(named, product, StringComparison.OrdinalIgnoreCase);

    private static PublicIncident Of(Incident incident, IEnumerable<IncidentUpdate> updates)
    {
        var state = IncidentState.Investigating;
        List<PublicUpdate> told = [];
        foreach (var update in updates.OrderBy(u => u.At))
        {
            state = update.State ?? state;
            told.Insert(0, new(update.At, state, new(update.TextJa ?? update.TextEn, update.TextEn ?? update.TextJa), update.Id));
        }

        return new(incident.Id, incident.Public, incident.State, incident.Severity, incident.Product, incident.Since, told, incident.ResolvedAt);
    }
}
