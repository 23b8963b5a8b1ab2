using System.Text.Json;
using Madoguchi.Cases.Denying;
using Madoguchi.Shared;

namespace Madoguchi.Findings.Making;

/// <summary>A time in the product's log, both ends included.</summary>
public sealed record Window(DateTimeOffset From, DateTimeOffset To);

/// <param name="Text">What came of it, for the house; the customer reads it only when it is shown to them, in these or in other words.</param>
/// <param name="Events">Of the product's log: the sender's <c>id</c>, our <c>eventId</c>, or <c>{"source","id"}</c>.</param>
/// <param name="Evidence">Ids of this case's evidence.</param>
/// <param name="Query">The server looks for this customer in this time, and the finding keeps what it found.</param>
/// <param name="Deadline">What was begun before it keeps its right: judged by the earliest event cited.</param>
public sealed record NewFinding(
    Verdict Verdict, string Text, IReadOnlyList<JsonElement>? Events = null, IReadOnlyList<Guid>? Evidence = null, Window? Query = null, DateTimeOffset? Deadline = null) : IChecked
{
    public const int Longest = 10_000;
    private const int Most = 100;
    private static readonly TimeSpan LongestWindow = TimeSpan.FromDays(366);

    public IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. Checks.Words("/text", Text, Longest),
        .. Events is { Count: > Most } ? [("/events", $"At most {Most} events.")] : (Events ?? []).SelectMany((e, i) => EventName.Read(e) is null ? [($"/events/{i}", "An event's id is needed, or {\"source\",\"id\"}.")] : Array.Empty<(string, string)>()),
        .. Evidence is { Count: > Most } ? [("/evidence", $"At most {Most} pieces.")] : Array.Empty<(string, string)>(),
        .. Query is { } query && query.To < query.From ? [("/query/to", "Not before its beginning.")] : Array.Empty<(string, string)>(),
        .. Query is { } longer && longer.To - longer.From > LongestWindow ? [("/query/to", "At most 366 days after its beginning.")] : Array.Empty<(string, string)>(),
    ];
}

/// <summary>An event as somebody names it: by its own id, with its source or without, or by ours.</summary>
public sealed record EventName(string Id, string? Source = null)
{
    private const int Longest = 1_000;

    public static EventName? Read(JsonElement named) => named.ValueKind switch
    {
        JsonValueKind.String => Of(named.GetString(), null),
        JsonValueKind.Object when named.EnumerateObject().All(m => m.Name is "source" or "id" && m.Value.ValueKind is JsonValueKind.String) && named.TryGetProperty("id", out var id) && named.TryGetProperty("source", out var source) =>
            Of(id.GetString(), source.GetString()),
        _ => null,
    };

    private static EventName? Of(string? id, string? source) => id is { Length: > 0 and <= Longest } && source?.Length is null or (> 0 and <= Longest) && id is not null ? new(id, source) : null;
}

/// <param name="Entry">Its place on the timeline.</param>
/// <param name="Count">How many events the server found, if it was told to look.</param>
/// <param name="Right">Whether something was begun before the deadline.</param>
public sealed record FindingRecorded(Id<Finding> FindingId, int Entry, int? Count, KeptRight? Right);

/// <param name="By">Who looked.</param>
/// <param name="ShownAt">When it was shown to the customer.</param>
public sealed record FindingView(
    Id<Finding> FindingId, Verdict Verdict, string Text, int Entry, DateTimeOffset At, string By, IReadOnlyList<CitedEvent> Events, IReadOnlyList<CitedEvidence> Evidence, RanQuery? Query, KeptRight? Right, DateTimeOffset? ShownAt)
{
    public static FindingView Of(Finding finding)
    {
        var basis = Basis.Read(finding.Basis);
        return new(finding.Id, finding.Verdict, finding.Text, finding.Entry, finding.At, finding.ByName, basis.Events ?? [], basis.Evidence ?? [], basis.Query, basis.Right, finding.ShownAt);
    }
}

public sealed record FindingList(IReadOnlyList<FindingView> Findings);
