using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Desks.OnDuty;

/// <param name="Capacity">How much at once, by kind of work; what is missing stays.</param>
public sealed record DutyChange(DutyState State, CapacityChange? Capacity = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => Capacity switch
    {
        { Chat: < 0 or > 50 } => [("/capacity/chat", "0 to 50 at once.")],
        { Call: < 0 or > 10 } => [("/capacity/call", "0 to 10 at once.")],
        _ => [],
    };
}

public sealed record CapacityChange(int? Chat = null, int? Call = null);

/// <param name="State">What holds now; offline when the page is gone, or what was told over the API is too long ago.</param>
/// <param name="Chosen">What the agent chose: it holds again when the page is back.</param>
/// <param name="HoldsUntil">Told over the API it holds without a page, until then.</param>
public sealed record DutyView(DutyState State, DutyState Chosen, DateTimeOffset? Since, Capacity Capacity, DateTimeOffset? HoldsUntil)
{
    public static DutyView Of(Duty? duty, DateTimeOffset now) => duty is null ? new(DutyState.Offline, DutyState.Available, null, Capacity.Usual, null)
        : new(duty.At(now), duty.State, duty.SinceAt(now), new(duty.Chat, duty.Call), duty.HoldsUntil);
}

public static class PresenceEndpoint
{
    public static void MapPresence(this IEndpointRouteBuilder agents)
    {
        agents.MapGet("/me/presence", Read).WithName("readMyPresence").WithSummary("Whether I am on duty");
        agents.MapPut("/me/presence", Choose).WithName("setMyPresence").WithSummary("Available, busy, on a break or offline; told here it holds for twelve hours").ProducesProblem(422);
    }

    private static async Task<Ok<DutyView>> Read(CurrentAgent agent, Db db, TimeProvider clock, CancellationToken ct) => TypedResults.Ok(DutyView.Of(await db.DutyOf(agent.Id, ct), clock.Now));

    private static async Task<Ok<DutyView>> Choose(Body<DutyChange> body, CurrentAgent agent, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (now, asked) = (clock.Now, body.Value);
        return TypedResults.Ok(DutyView.Of(await writes.Write(db => db.ChooseDuty(agent, asked.State, asked.Capacity?.Chat, asked.Capacity?.Call, onPage: false, now), ct), now));
    }
}
