using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Calls.Drafting;

public static class CallDraftEndpoint
{
    private const string Path = "/calls/draft";

    public static void MapCallDrafts(this IEndpointRouteBuilder agents)
    {
        agents.MapPut(Path, Keep).WithName("keepCall").WithSummary("Keeps a call that is half written down; one for each agent").ProducesProblem(422);
        agents.MapGet(Path, Read).WithName("readCall").WithSummary("One's own half-written call");
        agents.MapDelete(Path, Forget).WithName("forgetCall").WithSummary("Takes it away");
    }

    private static async Task<Ok<KeptCall>> Keep(Body<HalfTaken> body, CurrentAgent agent, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        return TypedResults.Ok(await writes.Write(db => db.KeepCall(agent, body.Value, now), ct));
    }

    private static async Task<Ok<KeptCall>> Read(CurrentAgent agent, Db db, CancellationToken ct) => TypedResults.Ok(await db.CallDraftOf(agent, ct));

    private static async Task<NoContent> Forget(CurrentAgent agent, Writes writes, CancellationToken ct)
    {
        await writes.Write(db => db.ForgetCall(agent), ct);
        return TypedResults.NoContent();
    }
}
