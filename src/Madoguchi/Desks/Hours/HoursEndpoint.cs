using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Desks.Hours;

/// <param name="Zone">The zone of the house, in which all these times are.</param>
/// <param name="Open">Now.</param>
/// <param name="Until">When it closes next, a break included; missing while closed, and when it never closes.</param>
/// <param name="OpensAt">When it opens next; missing while open.</param>
public sealed record HoursView(
    WeekPlan? Week, IReadOnlyList<SpanPlan>? Holidays, IReadOnlyList<ClosurePlan>? Closures, string Zone, bool Open, DateTimeOffset? Until, DateTimeOffset? OpensAt, string? Line, string? LineInEnglish, string Version)
{
    public static HoursView Of(HoursPlan? plan, HouseZone house, DateTimeOffset now)
    {
        var clock = plan?.In(house.Zone) ?? OpeningHours.Always;
        var open = clock.IsOpen(now);
        return new(plan?.Week, plan?.Holidays, plan?.Closures, house.Zone.Id, open, clock.Closing(now), open ? null : clock.NextOpening(now),
            plan is null ? null : HoursLine.Of(plan, Tongue.Japanese), plan is null ? null : HoursLine.Of(plan, Tongue.English), Versions.Of(plan));
    }
}

public enum HoursRefusal { UnknownDesk, ChangedMeanwhile }

public static class HoursEndpoint
{
    private const string Path = "/desks/{slug}/hours";

    public static void MapHours(this IEndpointRouteBuilder administrators, IEndpointRouteBuilder agents)
    {
        agents.MapGet(Path, Read).WithName("readHours").WithSummary("When a desk is open, and whether it is now. A desk without hours is always open").ProducesProblem(404);
        administrators.MapPut(Path, Set).WithName("setHours").WithSummary("The desk's hours: week, public holidays, closures. The line that customers read is made from them. If-Match is honoured").ProducesProblem(404).ProducesProblem(412).ProducesProblem(422);
        administrators.MapDelete(Path, Forget).WithName("forgetHours").WithSummary("No hours any more: the desk is always open").ProducesProblem(404);
    }

    private static async Task<Results<Ok<HoursView>, ProblemHttpResult>> Read(string slug, HouseZone house, Db db, TimeProvider clock, CancellationToken ct) =>
        await db.HoursPlan(slug, ct) is (true, var plan) ? TypedResults.Ok(HoursView.Of(plan, house, clock.Now)) : Problem.NotFound;

    private static async Task<Results<Ok<HoursView>, ProblemHttpResult>> Set(string slug, Body<HoursPlan> body, HouseZone house, HttpContext http, Writes writes, TimeProvider clock, CancellationToken ct) =>
        await writes.Write(db => db.SetHours(slug, body.Value, DeskEndpoint.IfMatch(http.Request)), ct) is { } why ? Explain(why) : TypedResults.Ok(HoursView.Of(body.Value, house, clock.Now));

    private static async Task<Results<NoContent, ProblemHttpResult>> Forget(string slug, Writes writes, CancellationToken ct) =>
        await writes.Write(db => db.SetHours(slug, null), ct) is { } why ? Explain(why) : TypedResults.NoContent();

    private static ProblemHttpResult Explain(HoursRefusal why) => why switch
    {
        HoursRefusal.UnknownDesk => Problem.NotFound,
        HoursRefusal.ChangedMeanwhile => Problem.Of(412, "changed-since", "Somebody else has changed these hours meanwhile.", "Read them again and decide anew."),
    };
}
