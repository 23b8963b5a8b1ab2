using Madoguchi.Care.Supervising;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Chat.Talking;

public static class SupervisorTapEndpoint
{
    public static void MapSupervisorTap(this IEndpointRouteBuilder own) => own.MapPost("/supervisor", Tap);

    private static async Task<IResult> Tap(Visit visit, HttpRequest request, Answers answers, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (await request.Posted(ct) is not { } posted || !bool.TryParse(posted["needed"], out var needed))
            return await answers.Refuse(visit, request, null, 422, ct);
        var (id, now) = (visit.Customer.CaseId, clock.Now);
        var unknown = needed
            ? (await writes.Write(db => db.WishSupervisor(id, visit.Caller, now), ct)).Refused(out var why, out _) && why is WishRefusal.Unknown
            : (await writes.Write(db => db.UnwishSupervisor(id, visit.Caller, now), ct)).Refused(out var no, out _) && no is WishRefusal.Unknown;
        return unknown ? Problem.NotFound : await answers.Done(visit, request, posted, ct); // a second tap: the page says how it stands now
    }
}
