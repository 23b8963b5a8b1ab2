using Madoguchi.Cases;
using Madoguchi.Cases.Noting;
using Madoguchi.Inbox.Working;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Inbox.Mentioning;

/// <summary>The small list that an @ in a note opens.</summary>
public static class MentioningEndpoint
{
    public static void MapMentioning(this IEndpointRouteBuilder desk) => desk.MapGet("/cases/{caseId:id}/colleagues", Offer);

    private static async Task<IResult> Offer(Id<Case> caseId, Sheets sheets, Db db, CancellationToken ct) =>
        await sheets.Find(db, caseId, ct) is null ? sheets.NotHere()
            : new RazorComponentResult<MentionOptions>(new { People = (await db.Mentionable(caseId, ct)).Where(p => p.Sees && p.Id != sheets.Me.Id).ToList() });
}
