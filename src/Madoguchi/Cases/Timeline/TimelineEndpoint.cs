using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases.Timeline;

/// <param name="Body">What happened; its shape depends on the kind.</param>
public sealed record TimelineEntry(int Entry, DateTimeOffset At, string Kind, By By, RawJson Body)
{
    public static TimelineEntry Of(Entry entry) =>
        new(entry.Number, entry.At, entry.Kind, entry.By, new RawJson(entry.Kind == "attachment" ? WithAddress(entry) : IsInside(entry) ? $$"""{"withdrawn":true,{{entry.Body[1..]}}""" : entry.Body));

    // An agent reads what was taken back; that it was stands beside.
    private static bool IsInside(Entry entry) => entry is { Withdrawn: not null, Hash.Length: > 0 };

    private static string WithAddress(Entry entry) =>
        $$"""{{{(IsInside(entry) ? "\"withdrawn\":true," : "")}}"url":"/api/v1/cases/{{entry.CaseId}}/attachments/{{((FileAttached)entry.What).Id:D}}",{{entry.Body[1..]}}""";
}

/// <param name="Next">Ask again after this entry: there is more.</param>
public sealed record TimelinePage(IReadOnlyList<TimelineEntry> Entries, int? Next);

public static class TimelineEndpoint
{
    public const int PageSize = 1000;

    public static void MapTimeline(this IEndpointRouteBuilder api) =>
        api.MapGet("/cases/{caseId:id}/timeline", Read).WithName("readTimeline").WithSummary("What happened, entry by entry; a customer's numbers may skip");

    private static async Task<Results<Ok<TimelinePage>, ProblemHttpResult>> Read(Id<Case> caseId, string? after, Caller caller, Db db, TimeProvider clock, CancellationToken ct)
    {
        var from = 0;
        if (after is not null && (!int.TryParse(after, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out from)))
            return Problem.Invalid("after", "An entry number is needed.");
        if (!await db.Cases.VisibleTo(caller, db, clock.Now).AnyAsync(c => c.Id == caseId, ct))
            return Problem.NotFound;

        var entries = await db.EntriesAfter(caseId, from, caller.Agent is not null, PageSize, ct);
        return TypedResults.Ok(new TimelinePage([.. entries.Select(TimelineEntry.Of)], entries.Count == PageSize ? entries[^1].Number : null));
    }
}
