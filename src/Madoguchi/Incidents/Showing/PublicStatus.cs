using Madoguchi.Incidents.Maintaining;
using Madoguchi.Shared;

namespace Madoguchi.Incidents.Showing;

/// <summary>How things stand, in one word: the worst that is open.</summary>
public enum OverallState { Operational, Maintenance, Minor, Major, Critical }

/// <param name="State">How far we were with it then.</param>
public sealed record PublicUpdate(DateTimeOffset At, IncidentState State, Bilingual Text);

/// <param name="Since">When it began.</param>
/// <param name="Updates">The newest first.</param>
public sealed record PublicIncident(Id<Incident> IncidentId, Bilingual Title, IncidentState State, Severity Severity, string? Product, DateTimeOffset Since, IReadOnlyList<PublicUpdate> Updates, DateTimeOffset? ResolvedAt);

public sealed record PublicMaintenance(Id<Maintenance> MaintenanceId, Bilingual Title, Bilingual? Text, string? Product, DateTimeOffset From, DateTimeOffset To, MaintenanceState State);

/// <summary>What the whole world may read of how things stand, and nothing else: titles and updates as they were written for the public, no word of the house's own.</summary>
/// <param name="Incidents">What is open, then what was resolved within ninety days; the newest first.</param>
public sealed record PublicStatus(OverallState State, IReadOnlyList<PublicIncident> Incidents, IReadOnlyList<PublicMaintenance> Maintenance)
{
    public const int Days = 90;

    public static PublicStatus Of(IEnumerable<Incident> incidents, IEnumerable<IncidentUpdate> updates, IEnumerable<Maintenance> maintenances, DateTimeOffset now)
    {
        var said = updates.Where(u => u.CancelledAt is null && u.DueAt <= now && Bilingual.Of(u.TextJa, u.TextEn) is not null).ToLookup(u => u.IncidentId);
        List<PublicIncident> shown = [.. incidents.Where(i => i.ResolvedAt is not { } over || over > now.AddDays(-Days)).OrderBy(i => i.ResolvedAt is not null).ThenByDescending(i => i.Since).Select(i => Of(i, said[i.Id]))];
        List<PublicMaintenance> planned = [.. maintenances.Where(m => m.CancelledAt is null && m.EndsAt > now.AddDays(-Days)).OrderByDescending(m => m.EndsAt > now).ThenBy(m => m.EndsAt > now ? m.StartsAt.Ticks : -m.StartsAt.Ticks)
            .Select(m => new PublicMaintenance(m.Id, m.Title, m.Text, m.Product, m.StartsAt, m.EndsAt, m.StateAt(now)))];
        return new(Overall(shown, planned), shown, planned);
    }

    public IEnumerable<PublicIncident> Open => Incidents.Where(i => i.ResolvedAt is null);

    public IEnumerable<PublicIncident> Past => Incidents.Where(i => i.ResolvedAt is not null);

    public IEnumerable<PublicMaintenance> Planned => Maintenance.Where(m => m.State is MaintenanceState.Planned or MaintenanceState.Running);

    public IEnumerable<string> Products => Incidents.Select(i => i.Product).Concat(Maintenance.Select(m => m.Product)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal);

    /// <summary>The worst of each of the last days, the oldest first: a product's own, and what names no product.</summary>
    public IReadOnlyList<OverallState> Worst(string? product, DateTimeOffset now, TimeSpan zone)
    {
        var today = now.ToOffset(zone).Date;
        var worst = new OverallState[Days];
        foreach (var incident in Incidents.Where(i => product is null || i.Product is null || string.Equals(i.Product, product, StringComparison.OrdinalIgnoreCase)))
        {
            var (first, last) = ((today - incident.Since.ToOffset(zone).Date).Days, (today - (incident.ResolvedAt ?? now).ToOffset(zone).Date).Days);
            for (var ago = Math.Min(first, Days - 1); ago >= Math.Max(0, last); ago--)
                worst[Days - 1 - ago] = (OverallState)Math.Max((int)worst[Days - 1 - ago], (int)Of(incident.Severity));
        }

        return worst;
    }

    public static OverallState Of(Severity severity) => severity switch
    {
        Severity.Minor => OverallState.Minor,
        Severity.Major => OverallState.Major,
        Severity.Critical => OverallState.Critical,
    };

    private static OverallState Overall(List<PublicIncident> incidents, List<PublicMaintenance> planned) =>
        incidents.Where(i => i.ResolvedAt is null).Select(i => Of(i.Severity)).DefaultIfEmpty(planned.Any(m => m.State is MaintenanceState.Running) ? OverallState.Maintenance : OverallState.Operational).Max();

    private static PublicIncident Of(Incident incident, IEnumerable<IncidentUpdate> updates)
    {
        var state = IncidentState.Investigating;
        List<PublicUpdate> told = [];
        foreach (var update in updates.OrderBy(u => u.At))
        {
            state = update.State ?? state;
            told.Insert(0, new(update.At, state, new(update.TextJa ?? update.TextEn, update.TextEn ?? update.TextJa)));
        }

        return new(incident.Id, incident.Public, incident.State, incident.Severity, incident.Product, incident.Since, told, incident.ResolvedAt);
    }
}
