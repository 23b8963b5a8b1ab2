using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Remedies.Granting;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Inbox.Approving;

/// <summary>What waits for a second person, on one page.</summary>
public static class ApprovingEndpoint
{
    public static void MapApproving(this IEndpointRouteBuilder desk) => desk.MapGet("/approvals", Show);

    private static async Task<RazorComponentResult<ApprovalsPage>> Show(CurrentAgent me, Db db, HttpContext http, CancellationToken ct) => new(new
    {
        T = Tongue.Asked(http), Remedies = await db.WaitingGrants(me, ct), Token = http.FormToken(), Key = Id<Case>.New().ToString(),
    });
}
