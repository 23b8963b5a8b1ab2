using System.Globalization;
using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.ProductLog.Sending;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.ProductLog.Reading;

/// <param name="Id">The sender's.</param>
/// <param name="Attributes">What else the event says of itself: content type, schema, extensions, data_base64.</param>
/// <param name="EventId">Ours: one event, even where two sources use one id.</param>
/// <param name="TimeTold">False: the product told no time, and this is when it came.</param>
/// <param name="AheadSeconds">By how much the product's clock is ahead of ours; missing when it is not.</param>
/// <param name="Proven">Found by a key that an agent has tied, or an address that answered; otherwise by what the customer told.</param>
/// <param name="By">The names of the keys that it was found by.</param>
public sealed record EventView(
    string Id, string Source, string Type, DateTimeOffset Time, string? Subject, RawJson? Data, RawJson? Attributes, Id<ProductEvent> EventId, DateTimeOffset ReceivedAt, bool TimeTold, double? AheadSeconds,
    bool Proven, IReadOnlyList<string> By)
{
    public static EventView Of(LoggedEvent logged)
    {
        var e = logged.Event;
        return new(e.EventId, e.Source, e.Type, e.Time, e.Subject, Raw(e.Data), Raw(e.More), e.Id, e.ReceivedAt, e.TimeTold, e.Ahead?.TotalSeconds, logged.Proven, [.. logged.Ties.Select(t => t.Name).Distinct()]);
    }

    private static RawJson? Raw(string? json) => json is null ? null : new RawJson(json);
}

/// <param name="Count">How many there are in all, between <paramref name="From"/> and <paramref name="To"/>.</param>
/// <param name="Next">The cursor of the next page: there are more.</param>
public sealed record EventList(IReadOnlyList<EventView> Events, int Count, DateTimeOffset From, DateTimeOffset To, string? Next);

public static class LogEndpoint
{
    public static readonly TimeSpan Before = TimeSpan.FromHours(24);
    public static readonly TimeSpan After = TimeSpan.FromHours(1);

    public static void MapLog(this IEndpointRouteBuilder agents) =>
        agents.MapGet("/cases/{caseId:id}/product-log", Read).WithName("readProductLog")
            .WithSummary("What the products say about the customer of this case, oldest first; from a day before it was opened to an hour after").ProducesProblem(422);

    private static async Task<Results<Ok<EventList>, ProblemHttpResult>> Read(Id<Case> caseId, string? from, string? to, string? cursor, string? limit, CurrentAgent agent, Db db, CancellationToken ct)
    {
        var (first, last, after) = (Time(from), Time(to), cursor is null ? null : EventCursor.Read(cursor));
        var atMost = limit is null ? LogMapping.Most : int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked is >= 1 and <= LogMapping.Most ? asked : 0;
        var errors = new (bool Wrong, string At, string Why)[]
        {
            (from is not null && first is null, "from", "A time as RFC 3339 has it is needed: 2026-11-21T23:41:07Z."),
            (to is not null && last is null, "to", "A time as RFC 3339 has it is needed: 2026-11-21T23:41:07Z."),
            (cursor is not null && after is null, "cursor", "This is not a cursor of ours: leave it out to begin anew."),
            (atMost == 0, "limit", $"1 to {LogMapping.Most}."),
        }.Where(e => e.Wrong).ToDictionary(e => e.At, e => new[] { e.Why });
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        if (await db.Cases.AsNoTracking().VisibleTo(agent, db).SingleOrDefaultAsync(c => c.Id == caseId, ct) is not { } theCase)
            return Problem.NotFound;

        var (begin, end) = (first ?? last - Before - After ?? theCase.OpenedAt - Before, last ?? first + Before + After ?? theCase.OpenedAt + After);
        var log = await db.LogOf(theCase, begin, end, ct, atMost, after);
        var next = log.Events.Count == atMost && log.Events is [.., var newest] ? new EventCursor(newest.Event.Time, newest.Event.Id).ToString() : null;
        return TypedResults.Ok(new EventList([.. log.Events.Select(EventView.Of)], log.Count, begin, end, next));
    }

    // A plus that nobody escaped comes as a space.
    private static DateTimeOffset? Time(string? asked) => asked is null ? null : EventTime.Read(asked) ?? (asked.LastIndexOf(' ') is > 0 and var plus ? EventTime.Read($"{asked[..plus]}+{asked[(plus + 1)..]}") : null);
}
