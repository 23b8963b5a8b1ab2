using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Thanks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Care.Straining;

/// <param name="Answer">Taken: a break from now on. Later: it comes again.</param>
public sealed record AdviceReply(AdviceAnswer Answer);

public static class StrainEndpoint
{
    public static void MapStrain(this IEndpointRouteBuilder agents)
    {
        agents.MapGet("/me/strain", Mine).WithName("readMyStrain").WithSummary("My own day: how hard it was, breaks, thanks. Nobody else sees it");
        agents.MapPost("/me/strain/break", Reply).WithName("answerBreak").WithSummary("The break that is suggested: taken, or later").ProducesProblem(409).ProducesProblem(422);
        agents.MapGet("/desks/{slug}/strain", Team).WithName("readTeamStrain").WithSummary("What the agents of a desk carry together: sums over seven whole days, and only where at least four have worked").ProducesProblem(404);
    }

    private static async Task<Ok<MyDay>> Mine(CurrentAgent agent, HouseZone zone, Db db, TimeProvider clock, CancellationToken ct) => TypedResults.Ok(await db.MyDay(agent.Id, zone, clock.Now, ct));

    private static async Task<Results<Ok<AdviceAnswered>, ProblemHttpResult>> Reply(Body<AdviceReply> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", body.Hash), now, db => db.AnswerAdvice(agent, body.Value.Answer, onPage: false, now), ct);
        return result.Refused(out _, out var answered) ? Problem.Of(409, "no-break-suggested", "No break is suggested just now.", "Take one all the same: PUT /me/presence with the state break.") : TypedResults.Ok(answered);
    }

    private static async Task<Results<Ok<TeamStrain>, ProblemHttpResult>> Team(string slug, CurrentAgent agent, HouseZone zone, Db db, TimeProvider clock, CancellationToken ct) =>
        PlainText.IsStorable(slug) && await db.Desks.AsNoTracking().SingleOrDefaultAsync(d => d.Slug == slug, ct) is { } desk && agent.WorksAt(desk.Id) ? TypedResults.Ok(await db.TeamStrain(desk.Id, zone, clock.Now, ct)) : Problem.NotFound;
}

public static class DayMapping
{
    extension(Db db)
    {
        public async Task<MyDay> MyDay(Id<Agent> agent, HouseZone zone, DateTimeOffset now, CancellationToken ct) =>
            Straining.MyDay.Of(await db.WorkDay(agent, zone, now, ct), zone.Zone, await db.AdviceFor(agent, ct), await db.Praises.CountAsync(p => p.AgentId == agent, ct));

        /// <summary>Seven days that are over: today would show who is there.</summary>
        public async Task<TeamStrain> TeamStrain(Id<Desk> desk, HouseZone zone, DateTimeOffset now, CancellationToken ct)
        {
            var begins = Enumerable.Range(0, Straining.TeamStrain.Days + 1).Select(i => Strain.DayOf(Strain.DayOf(now, zone.Zone).AddDays(i - Straining.TeamStrain.Days).AddHours(2), zone.Zone)).ToList();
            var agents = await db.Agents.AsNoTracking().Where(a => a.Seats.Any(s => s.DeskId == desk)).Select(a => a.Id).ToListAsync(ct);
            var days = new List<IReadOnlyList<WorkDay>>();
            foreach (var agent in agents)
            {
                var week = await db.WorkIn(agent, begins[0], begins[^1], ct);
                days.Add([.. begins.Zip(begins.Skip(1), week.Cut)]);
            }

            return Straining.TeamStrain.Of(zone.DayOf(begins[0]), zone.DayOf(begins[^2]), days, zone);
        }
    }
}
