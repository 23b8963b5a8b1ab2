using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Incidents.Noticing.Proposing;

public static class ProposalsEndpoint
{
    private const string Dismissal = "/incidents/proposals/{proposalId:id}/dismissal";

    private const string Settings = "/incidents/noticing";

    public static void MapProposals(this IEndpointRouteBuilder agents, IEndpointRouteBuilder administrators)
    {
        agents.MapGet(Settings, Sensitive).WithName("readNoticing").WithSummary("How often a jump may be proposed that is mere chance");
        administrators.MapPut(Settings, SetSensitive).WithName("setNoticing").WithSummary("About one false alarm a month, a quarter or a year").ProducesProblem(422);
        agents.MapGet("/incidents/proposals", List).WithName("listProposals").WithSummary("Jumps in contacts that may be incidents: what is common to their cases, how many were expected, and the odds");
        agents.MapPost(Dismissal, Dismiss).WithName("dismissProposal").WithSummary("It is no incident: not proposed again for seven days, unless it comes twice as hard").ProducesProblem(409);
        agents.MapDelete(Dismissal, TakeBack).WithName("undismissProposal").WithSummary("It may be one after all").ProducesProblem(409);
    }

    private static async Task<Ok<NoticingSettings>> Sensitive(Db db, CancellationToken ct) => TypedResults.Ok(new NoticingSettings((await db.NoticingState(ct)).FalseAlarms));

    private static async Task<Ok<NoticingSettings>> SetSensitive(Body<NoticingSettings> body, Writes writes, CancellationToken ct)
    {
        await writes.Write(db => db.SetFalseAlarms(body.Value.FalseAlarms), ct);
        return TypedResults.Ok(body.Value);
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
