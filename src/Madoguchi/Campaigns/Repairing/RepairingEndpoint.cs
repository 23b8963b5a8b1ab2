using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Mail;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Campaigns.Repairing;

public sealed record RightAddress(string Email) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => MailAddress.Of(Email) is null ? [("/email", "A mail address is needed.")] : [];
}

public static class RepairingEndpoint
{
    public static void MapRepairing(this IEndpointRouteBuilder agents, IEndpointRouteBuilder api)
    {
        agents.MapPost("/registrations/{registrationId:id}/repairs", Mend).WithName("repairRegistration").WithSummary("Sends the code again, corrects the address, completes by hand, or releases the code: with a reason, on record")
            .ProducesProblem(403).ProducesProblem(409).ProducesProblem(422);
        api.MapPost("/registrations/{registrationId:id}/address", Correct).WithName("correctRegistrationAddress").WithSummary("The address was mistyped: a code goes to the right one, and what was begun stays begun")
            .RequireRateLimiting(Limits.Registrations).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).ProducesProblem(429);
    }

    private static async Task<Results<Ok<Repaired>, ProblemHttpResult>> Mend(
        Id<Registration> registrationId, Body<RepairWish> body, Caller caller, CurrentAgent agent, IdempotencyKey once, Writes writes, BaseAddress address, TimeProvider clock, CancellationToken ct)
    {
        var (now, receipt) = (clock.Now, RegistrationsMapping.FreshReceipt());
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", body.Hash), now, db => db.Repair(registrationId, body.Value, caller, receipt, address, now), ct);
        return result.Refused(out var why, out var mended) ? Explain(why) : TypedResults.Ok(mended);
    }

    private static async Task<Results<Ok<RegistrationView>, ProblemHttpResult>> Correct(
        Id<Registration> registrationId, Body<RightAddress> body, IdempotencyKey once, Writes writes, BaseAddress address, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For("anonymous", body.Hash), now, db => db.CorrectOwn(registrationId, body.Value.Email, address, now), ct);
        return result.Refused(out var why, out var one) ? Explain(why) : TypedResults.Ok(one);
    }

    private static ProblemHttpResult Explain(RepairRefusal why) => why switch
    {
        RepairRefusal.Unknown => Problem.NotFound,
        RepairRefusal.UnknownCase => Problem.Invalid("/caseId", "There is no such case for you."),
        RepairRefusal.WithAnotherDesk => Problem.Of(403, "with-another-desk", "This case is with another desk.", "Offer to take it over, or leave the case out."),
        RepairRefusal.NotSupervisor => Problem.Of(403, "supervisor-needed", "Completing by hand and releasing a code are for supervisors.", "Ask one: the record says what to look at."),
        RepairRefusal.NeedsCase => Problem.Invalid("/caseId", "Completing by hand needs the case that asks for it."),
        RepairRefusal.AddressTaken => Problem.Of(409, "address-taken", "Somebody has begun with this address and this code already.", "Go on with that one."),
        RepairRefusal.CodeUsed => Problem.Of(409, "code-used", "Somebody else has finished with this code.", "Release it there first, if it was taken by mistake."),
        RepairRefusal.Complete => Problem.Of(409, "already-complete", "This registration is complete.", "There is nothing to mend; a code taken by mistake is released."),
        RepairRefusal.NotComplete => Problem.Of(409, "not-complete", "Only a complete registration holds its code.", "This one is begun: nothing has to be released."),
        RepairRefusal.Released => Problem.Of(409, "released", "This registration has been taken back, or its time is over.", "A new one can be begun with the code, or the right one be completed."),
    };
}
