using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases.Following;

public static class StreamEndpoint
{
    public static void MapStream(this IEndpointRouteBuilder api) =>
        api.MapGet("/cases/{caseId:id}/stream", Open).WithName("followCase").WithSummary("The timeline as it grows: server-sent events, the entry number as id")
            .Produces(200, contentType: "text/event-stream");

    private static async Task<IResult> Open(Id<Case> caseId, string? after, HttpRequest request, Caller caller, CaseFollower follower, Db db, TimeProvider clock, CancellationToken ct)
    {
        if (!await db.Cases.VisibleTo(caller, db, clock.Now).AnyAsync(c => c.Id == caseId, ct))
            return Problem.NotFound;
        var last = request.Headers["Last-Event-ID"].FirstOrDefault() ?? after ?? "0";
        return int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            ? TypedResults.ServerSentEvents(Write(follower.Follow(caseId, from, caller, ct), ct))
            : Problem.Invalid("after", "An entry number is needed.");
    }

    private static async IAsyncEnumerable<SseItem<string>> Write(IAsyncEnumerable<Followed> followed, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var one in followed.WithCancellation(ct))
        {
            if (one.Entry is { } entry)
                yield return new SseItem<string>(JsonSerializer.Serialize(TimelineEntry.Of(entry), Json.Options), "entry") { EventId = entry.Number.ToString(CultureInfo.InvariantCulture) };
            else if (one.Signal is null)
                yield return new SseItem<string>("", "beat");
        }
    }
}
