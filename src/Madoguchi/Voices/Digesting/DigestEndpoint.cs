using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Voices.Digesting;

public static class DigestEndpoint
{
    public static void MapDigesting(this IEndpointRouteBuilder agents)
    {
        agents.MapGet("/voices/digest", Read).WithName("readDigest").WithSummary("A week of voices by temperature, what was found out, what waits and what was decided; week as in 2026-W47").ProducesProblem(422);
        agents.MapGet("/voices/digest/readers", async (Db db, CancellationToken ct) => TypedResults.Ok(new NewReaders(await db.ReadersOfDigests(ct)))).WithName("listDigestReaders").WithSummary("Who gets the weekly digest by mail");
        agents.MapPut("/voices/digest/readers", Set).WithName("setDigestReaders").WithSummary("Who gets the weekly digest by mail from now on; supervisors and administrators").ProducesProblem(403).ProducesProblem(422);
    }

    private static async Task<Results<Ok<DigestView>, ProblemHttpResult>> Read(string? week, Db db, HouseZone zone, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var asked = week is null ? Week.Of(now, zone.Zone) : Week.Read(week);
        return asked is { } one ? TypedResults.Ok(await db.DigestOf(one, zone, now, ct)) : Problem.Invalid("week", "As in 2026-W47.");
    }

    private static async Task<Results<Ok<NewReaders>, ProblemHttpResult>> Set(Body<NewReaders> body, CurrentAgent agent, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (!agent.SeesAll)
            return Problem.Of(403, "for-supervisors", "Supervisors and administrators choose who gets the digest.");
        var now = clock.Now;
        return TypedResults.Ok(new NewReaders(await writes.Write(db => db.SetReaders(body.Value, agent, now), ct)));
    }
}
