using System.Text.Json;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Incidents.Reviewing;

/// <summary>What follows from it.</summary>
/// <param name="Who">Does it.</param>
/// <param name="By">Until this day.</param>
public sealed record FollowUpItem(string What, string? Who = null, DateOnly? By = null, bool Done = false);

/// <summary>What was learned from an incident, as it was written down: each time is a version of its own.</summary>
public sealed class IncidentReview
{
    public required Id<Incident> IncidentId { get; init; }
    public required int Version { get; init; }
    public required string Learned { get; init; }

    /// <summary>What follows from it, as JSON.</summary>
    public required string Items { get; init; }
    public required Id<Agent> ById { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }

    public IReadOnlyList<FollowUpItem> FollowUps => JsonSerializer.Deserialize<List<FollowUpItem>>(Items, Json.Options)!; // written by Of

    public static IncidentReview Of(Id<Incident> incident, int version, NewReview asked, CurrentAgent by, DateTimeOffset now) => new()
    {
        IncidentId = incident, Version = version, Learned = PlainText.Clean(asked.Learned), ById = by.Id, ByName = by.Name, At = now,
        Items = JsonSerializer.Serialize((asked.Items ?? []).Select(i => i with { What = PlainText.Clean(i.What), Who = i.Who is null ? null : PlainText.Clean(i.Who) }).ToList(), Json.Options),
    };
}

/// <param name="Learned">In one's own words.</param>
/// <param name="Items">What follows from it, who does it, and by when.</param>
public sealed record NewReview(string Learned, IReadOnlyList<FollowUpItem>? Items = null) : IChecked
{
    public const int Longest = 20_000;
    private const int MostItems = 50;

    public IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. Checks.Words("/learned", Learned, Longest), .. Items is { Count: > MostItems } ? [("/items", $"At most {MostItems}.")] : Array.Empty<(string, string)>(),
        .. (Items ?? []).SelectMany((item, i) => Checks.Words($"/items/{i}/what", item.What, 500).Concat(Checks.Line($"/items/{i}/who", item.Who))),
    ];
}
