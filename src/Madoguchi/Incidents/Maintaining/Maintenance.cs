using Madoguchi.Desks;
using Madoguchi.Incidents.Declaring;
using Madoguchi.Shared;

namespace Madoguchi.Incidents.Maintaining;

public enum MaintenanceState { Planned, Running, Done, Cancelled }

/// <summary>Work that is planned (計画メンテナンス): known beforehand, so that nobody has to ask. Shown where people look; nobody is written to.</summary>
public sealed class Maintenance
{
    /// <summary>So long before it begins, whoever comes is told.</summary>
    public static readonly TimeSpan Near = TimeSpan.FromHours(24);

    public required Id<Maintenance> Id { get; init; }
    public string? TitleJa { get; set; }
    public string? TitleEn { get; set; }
    public string? TextJa { get; set; }
    public string? TextEn { get; set; }
    public string? Product { get; set; }
    public required DateTimeOffset StartsAt { get; set; }
    public required DateTimeOffset EndsAt { get; set; }
    public required Id<Agent> ById { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ChangedAt { get; set; }
    public DateTimeOffset? CancelledAt { get; set; }

    /// <summary>When it was to be before it was moved.</summary>
    public DateTimeOffset? WasFrom { get; private set; }
    public DateTimeOffset? WasTo { get; private set; }

    public Bilingual Title => new(TitleJa ?? TitleEn, TitleEn ?? TitleJa);

    public Bilingual? Text => Bilingual.Of(TextJa, TextEn) is null ? null : new(TextJa ?? TextEn, TextEn ?? TextJa);

    public MaintenanceState StateAt(DateTimeOffset now) => CancelledAt is not null ? MaintenanceState.Cancelled : now < StartsAt ? MaintenanceState.Planned : now < EndsAt ? MaintenanceState.Running : MaintenanceState.Done;

    public bool IsNear(DateTimeOffset now) => CancelledAt is null && now >= StartsAt - Near && now < EndsAt;

    /// <summary>Everybody who came had been told of it when it was cancelled: they are told that, too, until its time is over.</summary>
    public bool IsCalledOffInPublic(DateTimeOffset now) => CancelledAt >= StartsAt - Near && now < EndsAt;

    /// <summary>What can be taken back, and still makes sense.</summary>
    public bool CanBeRestored(DateTimeOffset now) => CancelledAt is not null ? now < EndsAt : WasTo > now;

    /// <summary>As it was before the last change: it takes place after all, or at its former time.</summary>
    public void Restore(DateTimeOffset now)
    {
        if (CancelledAt is not null)
            CancelledAt = null;
        else if (WasFrom is { } from && WasTo is { } to)
            (StartsAt, EndsAt, WasFrom, WasTo) = (from, to, null, null);
        ChangedAt = now;
    }

    /// <summary>The work is done earlier than planned.</summary>
    public void Finish(DateTimeOffset now) => (WasFrom, WasTo, EndsAt, ChangedAt) = (StartsAt, EndsAt, now, now);

    public void Become(NewMaintenance to, DateTimeOffset now)
    {
        var (from, until) = (to.From.ToUniversalTime().ToMicroseconds(), to.To.ToUniversalTime().ToMicroseconds());
        if (ChangedAt != default && (from, until) != (StartsAt, EndsAt))
            (WasFrom, WasTo) = (StartsAt, EndsAt);
        var (title, text) = (to.Title.Clean(), (to.Text ?? new()).Clean());
        (TitleJa, TitleEn, TextJa, TextEn) = (title.Ja, title.En, text.Ja, text.En);
        (Product, StartsAt, EndsAt, ChangedAt) = (string.IsNullOrWhiteSpace(to.Product) ? null : PlainText.Clean(to.Product), from, until, now);
    }
}

/// <param name="Title">A text that is the same in both languages, or <c>{"ja","en"}</c>; public.</param>
/// <param name="Text">What it means for customers; public.</param>
public sealed record NewMaintenance(Bilingual Title, DateTimeOffset From, DateTimeOffset To, Bilingual? Text = null, string? Product = null) : IChecked
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    // Beyond them a zone's offset leads out of the calendar, and nobody could draw it.
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero), Latest = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. Title.IsEmpty ? [("/title", "Something must be written here.")] : IncidentChecks.Title("/title", Title), .. IncidentChecks.Said("/text", Text, NewIncident.LongestWords), .. Checks.Line("/product", Product is "" ? null : Product),
        .. From < Earliest || From > Latest ? [("/from", "A day of this century or the next.")] : Array.Empty<(string, string)>(),
        .. To <= From || To - From > Longest ? [("/to", "After its beginning, and at most 31 days later.")] : Array.Empty<(string, string)>(),
    ];
}

public sealed record MaintenanceView(Id<Maintenance> MaintenanceId, Bilingual Title, Bilingual? Text, string? Product, DateTimeOffset From, DateTimeOffset To, MaintenanceState State, string By)
{
    /// <summary>When it was to be before it was moved.</summary>
    public DateTimeOffset? WasFrom { get; init; }
    public DateTimeOffset? WasTo { get; init; }

    /// <summary>The last change can be taken back.</summary>
    public bool CanBeRestored { get; init; }

    public static MaintenanceView Of(Maintenance m, DateTimeOffset now) => new(m.Id, m.Title, m.Text, m.Product, m.StartsAt, m.EndsAt, m.StateAt(now), m.ByName) { WasFrom = m.WasFrom, WasTo = m.WasTo, CanBeRestored = m.CanBeRestored(now) };
}

public sealed record MaintenanceList(IReadOnlyList<MaintenanceView> Maintenances);

public sealed record MaintenanceMade(Id<Maintenance> MaintenanceId);

public enum MaintenanceRefusal { Unknown, Over, NotRunning, NothingToRestore }
