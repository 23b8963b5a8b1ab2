using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Incidents.Noticing.Proposing;

public static class ProposalsEndpoint
{
    private const string Dismissal = "/incidents/proposals/{proposalId:id}/dismissal";

    private const string Settings = "/incidents/noticing";

    public static void MapProposals(this IEndpointRouteBuilder agents)
    {
        agents.MapGet(Settings, Sensitive).WithName("readNoticing").WithSummary("How often a jump may be proposed that is mere chance, and how many people it takes at least");
        agents.MapPut(Settings, SetSensitive).WithName("setNoticing").WithSummary("About one false alarm a month, a quarter or a year, and how many people it takes at least; supervisors and administrators").ProducesProblem(403).ProducesProblem(422);
        agents.MapGet("/incidents/proposals", List).WithName("listProposals").WithSummary("Jumps in contacts that may be incidents: what is common to their cases, how many were expected, and the odds");
        agents.MapPost(Dismissal, Dismiss).WithName("dismissProposal").WithSummary("It is no incident: not proposed again for seven days, unless it comes twice as hard").ProducesProblem(409);
        agents.MapDelete(Dismissal, TakeBack).WithName("undismissProposal").WithSummary("It may be one after all").ProducesProblem(409);
    }

    private static async Task<Ok<NoticingSettings>> Sensitive(Db db, CancellationToken ct) => TypedResults.Ok(NoticingSettings.Of(await db.NoticingState(ct)));

    private static async Task<Results<Ok<NoticingSettings>, ProblemHttpResult>> SetSensitive(Body<NoticingSettings> body, CurrentAgent agent, Writes writes, CancellationToken ct)
    {
        if (!agent.SeesAll)
            return Problem.Of(403, "for-supervisors", "Supervisors and administrators decide this.");
        return TypedResults.Ok(await writes.Write(async db =>
        {
            await db.SetNoticing(body.Value);
            return NoticingSettings.Of(await db.NoticingState(CancellationToken.None));
        }, ct));
    }

    private static async Task<Ok<ProposalList>> List(Db db, CancellationToken ct) => TypedResults.Ok(new ProposalList(await db.ProposalsNow(ct)));

    private static async Task<Results<Ok<Dismissed>, ProblemHttpResult>> Dismiss(Id<IncidentProposal> proposalId, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        return Answer(await writes.WriteOnce(once.For($"agent {agent.Id}", []), now, db => db.Dismiss(proposalId, agent, now), ct));
    }

    private static async Task<Results<Ok<Dismissed>, ProblemHttpResult>> TakeBack(Id<IncidentProposal> proposalId, Writes writes, TimeProvider clock, CancellationToken ct) =>
        Answer(await writes.Write(db => db.Undismiss(proposalId, clock.Now), ct));

    private static Results<Ok<Dismissed>, ProblemHttpResult> Answer(Result<Dismissed, DismissalRefusal> result) => !result.Refused(out var why, out var done) ? TypedResults.Ok(done) : why switch
    {
        DismissalRefusal.Unknown => Problem.NotFound,
        DismissalRefusal.IsIncident => Problem.Of(409, "proposal-declared", "It has become an incident, or it is over."),
    };
}
