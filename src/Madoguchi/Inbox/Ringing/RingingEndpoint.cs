using Madoguchi.Inbox.Working;
using Madoguchi.Notices;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Inbox.Ringing;

/// <summary>What rang for me: read as a sheet, gone from the count when its case is opened from here.</summary>
public static class RingingEndpoint
{
    public static void MapRinging(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/notices", Read);
        desk.MapPost("/notices/{noticeId:id}", Open);
    }

    private static async Task<IResult> Read(Sheets sheets, Db db, CancellationToken ct) => sheets.Show<NoticesSheet>(("Notices", (await db.NoticesOf(sheets.Me, ct)).Notices));

    private static async Task<IResult> Open(Id<Notice> noticeId, Acting acting, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var notice = (await db.NoticesOf(acting.Me, ct)).Notices.FirstOrDefault(n => n.NoticeId == noticeId);
        await writes.Write(d => d.See(noticeId, acting.Me, clock.Now), ct);
        return acting.Go(notice switch
        {
            null => "/desk",
            { About: { } about } => about,
            { Kind: Ring.Thanked or Ring.Concern } => "/desk/thanks",
            { Kind: Ring.RemedyAsked } => "/desk/approvals",
            { Kind: Ring.OnTheLine } => $"/desk/calls/new?case={notice.CaseId}", // the sheet to write it down on, with the caller found
            { Kind: Ring.CallBackDue or Ring.CallBackLate } => $"/desk/cases/{notice.CaseId}?in=line",
            _ => $"/desk/cases/{notice.CaseId}",
        });
    }
}
