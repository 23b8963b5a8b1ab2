using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Madoguchi.Cases.Following;
using Madoguchi.Line;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Chat.Following;

/// <summary>The customer's page as it grows: entries as they are drawn everywhere, and whatever else on the page has changed with them.</summary>
public static class ChatStreamEndpoint
{
    public static void MapChatStream(this IEndpointRouteBuilder own) => own.MapGet("/stream", Open);

    private static async Task<IResult> Open(Visit visit, string? after, CaseFollower follower, ChatNews news, CancellationToken ct)
    {
        if (!int.TryParse(after ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var from))
            return Problem.Of(422, "invalid", "after is not an entry number.");
        return await news.Tongue(visit, ct) is { } t
            ? TypedResults.ServerSentEvents(Write(visit, t, from, follower, news, ct)) : Problem.NotFound;
    }

    private static async IAsyncEnumerable<SseItem<string>> Write(Visit visit, Tongue t, int after, CaseFollower follower, ChatNews news, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return new SseItem<string>("", "beat"); // the line is up: say so before anything has happened
        await foreach (var one in follower.Follow(visit.Customer.CaseId, after, visit.Caller, ct))
        {
            if (one.Entry is { } entry)
            {
                yield return new SseItem<string>(await news.Draw(entry, t, visit, ct), "entry");
                foreach (var without in await news.TakenBack(entry, t, visit, ct))
                    yield return new SseItem<string>(without, "swap");
                foreach (var changed in await news.Changed(visit, t, ct))
                    yield return new SseItem<string>(changed, "swap");
            }
            else if (one.Signal is { Kind: PlacesFollower.Moved })
            {
                foreach (var changed in await news.Moved(visit, t, ct))
                    yield return new SseItem<string>(changed, "swap");
            }
            else if (one.Signal is null)
                yield return new SseItem<string>("", "beat");
            else if (ForCustomers(one.Signal) is { } passing)
                yield return new SseItem<string>(passing, one.Signal.Kind);
        }

        yield return new SseItem<string>("", "gone");
    }

    // Written anew, not passed on: what agents do among themselves, and who exactly does it, is not for here.
    private static string? ForCustomers(Signal signal)
    {
        if (signal.Kind is not ("typing" or "read") || signal.Data is null)
            return null;
        using var data = JsonDocument.Parse(signal.Data);
        if (!data.RootElement.TryGetProperty("role", out var role) || role.GetString() != "agent")
            return null;
        return data.RootElement.TryGetProperty("entry", out var entry) ? $$"""{"entry":{{entry.GetRawText()}}}""" : "{}";
    }
}
