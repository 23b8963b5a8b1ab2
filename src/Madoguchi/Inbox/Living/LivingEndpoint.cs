using System.Globalization;
using Madoguchi.Cases;
using Madoguchi.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Inbox.Living;

public static class LivingEndpoint
{
    /// <summary>More open cases than anybody has tabs.</summary>
    private const int Most = 50;

    public static void MapLiving(this IEndpointRouteBuilder desk) => desk.MapGet("/live", Follow);

    private static ServerSentEventsResult<string> Follow(string[]? watch, bool? board, Caller caller, DeskFollower follower, HttpContext http, CancellationToken ct) =>
        TypedResults.ServerSentEvents(follower.Follow(caller, Read(watch ?? []), board == true, Tongue.Asked(http), ct));

    private static Dictionary<Id<Case>, int> Read(string[] watch)
    {
        var watched = new Dictionary<Id<Case>, int>();
        foreach (var one in watch.Take(Most))
        {
            if (one.Split(':') is [var id, var after] && Id<Case>.TryParse(id, null, out var known) && int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                watched[known] = number;
        }

        return watched;
    }
}
