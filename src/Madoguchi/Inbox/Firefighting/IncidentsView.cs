using Madoguchi.Desks;
using Madoguchi.Inbox.Noticing;
using Madoguchi.Inbox.Updating;
using Madoguchi.Incidents;
using Madoguchi.Incidents.Changing;
using Madoguchi.Incidents.Declaring;
using Madoguchi.Incidents.Maintaining;
using Madoguchi.Shared;

namespace Madoguchi.Inbox.Firefighting;

/// <summary>The list: what burns, what is planned, what was.</summary>
public sealed record IncidentsView(CurrentAgent Me, IReadOnlyList<IncidentView> Incidents, IReadOnlyList<MaintenanceView> Maintenances, IReadOnlyList<ProposalCard> Proposals, DateTimeOffset Now)
{
    /// <summary>Why a proposal did not become what was pressed.</summary>
    public string? ProposalWrong { get; init; }

    public IEnumerable<IncidentView> Open => Incidents.Where(i => i.ResolvedAt is null);

    public IEnumerable<IncidentView> Past => Incidents.Where(i => i.ResolvedAt is not null);

    /// <summary>What is to come or runs, and what has just been cancelled, moved or finished and can be taken back.</summary>
    public IEnumerable<MaintenanceView> Plans => Maintenances.Where(m => m.State is MaintenanceState.Planned or MaintenanceState.Running || m.CanBeRestored).OrderBy(m => m.From);
}

/// <summary>A form for declaring or changing, as it is filled in.</summary>
/// <param name="Since">How many hours back cases are collected; nothing where that stays as it is.</param>
/// <param name="LikeWords">Whether cases are collected by words; null where there are none to go by.</param>
public sealed record IncidentDraft(
    string Title = "", string Severity = "major", string Product = "", string ErrorText = "", string WordsJa = "", string WordsEn = "", string PublicJa = "", string PublicEn = "", string Lead = "", string Since = "",
    string Case = "", string Rule = "", string Proposal = "", bool? LikeWords = null)
{
    /// <summary>How far back one may look, in hours.</summary>
    public static readonly IReadOnlyList<int> Hours = [1, 3, 6, 24, 72];

    public static IncidentDraft Of(Incident i) => new(
        i.Title, i.Severity.ToString().ToLowerInvariant(), i.Product ?? "", i.ErrorText ?? "", i.WordsJa ?? "", i.WordsEn ?? "", i.PublicJa ?? "", i.PublicEn ?? "", i.LeadId?.ToString() ?? "", LikeWords: i.Like is null ? null : i.LikeWords);
}

/// <summary>A maintenance as it is filled in; times in the house's zone.</summary>
/// <param name="Id">One that is there already.</param>
public sealed record PlanDraft(string TitleJa = "", string TitleEn = "", string TextJa = "", string TextEn = "", string Product = "", string From = "", string To = "", Id<Maintenance>? Id = null)
{
    public static PlanDraft Of(MaintenanceView m, TimeZoneInfo zone) => new(m.Title.Ja ?? "", m.Title.En ?? "", m.Text?.Ja ?? "", m.Text?.En ?? "", m.Product ?? "", Local(m.From, zone), Local(m.To, zone), m.MaintenanceId);

    private static string Local(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture);
}

/// <param name="Cases">The newest first, as far as they are shown.</param>
/// <param name="Came">When contacts came, minute by minute or wider.</param>
public sealed record IncidentPageView(
    Incident Incident, CurrentAgent Me, int Affected, IReadOnlyList<IncidentCaseView> Cases, Arrivals Came, IReadOnlyList<Agent> Agents, IReadOnlyList<IncidentChanged> Changes, IncidentDraft? Draft, string? Wrong, DateTimeOffset Now)
{
    /// <summary>What everybody affected was told and answers.</summary>
    public required ProgressView Progress { get; init; }

    /// <summary>The other incidents that are open.</summary>
    public IReadOnlyList<Incident> Others { get; init; } = [];

    /// <summary>Those that were merged into this one.</summary>
    public IReadOnlyList<Incident> Joined { get; init; } = [];

    /// <summary>The one that this was merged into.</summary>
    public Incident? GoesOnIn { get; init; }
}

/// <summary>What every page of the workspace says while it is so.</summary>
public sealed record Burning(Id<Incident> Id, string Title, Severity Severity, int Affected);
