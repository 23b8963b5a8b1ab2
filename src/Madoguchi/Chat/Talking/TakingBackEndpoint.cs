using Madoguchi.Cases.Withdrawing;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Chat.Talking;

public static class TakingBackEndpoint
{
    public static void MapTakingBack(this IEndpointRouteBuilder own) => own.MapPost("/messages/{entry:int}/withdrawal", Withdraw);

    private static async Task<IResult> Withdraw(Visit visit, int entry, HttpRequest request, Answers answers, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (await request.Posted(ct) is not { } posted)
            return await answers.Refuse(visit, request, null, 422, ct);
        var result = await writes.Write(db => db.WithdrawAct(visit.Customer.CaseId, visit.Caller, entry, clock.Now), ct);
        // Too late, or in another tab: the page says how it stands now.
        return result.Refused(out var why, out _) && why is WithdrawalRefusal.Unknown ? Problem.NotFound : await answers.Done(visit, request, posted, ct);
    }
}
