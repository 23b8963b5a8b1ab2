using Madoguchi.Cases;
using Madoguchi.Cases.Describing;
using Madoguchi.Inbox.Working;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Inbox.Describing;

public static class DescribingEndpoint
{
    public static void MapDescribing(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/cases/{caseId:id}/description", Write);
        desk.MapPost("/cases/{caseId:id}/description", Describe);
    }

    private static async Task<IResult> Write(Id<Case> caseId, Sheets sheets, Db db, CancellationToken ct) =>
        await sheets.Find(db, caseId, ct) is { } theCase ? sheets.Show<DescriptionSheet>(("Case", theCase)) : sheets.NotHere();

    private static async Task<IResult> Describe(
        Id<Case> caseId, [FromForm] string? subject, [FromForm] string? product, [FromForm] string? problem, [FromForm] int? seen, [FromForm] string? key,
        Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var description = new Description(subject, product ?? "", problem ?? "");
        if (description.Errors().Any() || new[] { subject, product, problem }.Any(l => l is not null && !PlainText.IsStorable(l)))
            return acting.Refuse(acting.T["件名は必要です。どの欄も一行、200文字までにしてください。", "A subject is needed; each field is one line of at most 200 characters."], caseId, StatusCodes.Status422UnprocessableEntity);
        return await acting.Show(caseId, await writes.WriteOnce(acting.Once(key, subject, product, problem), clock.Now,
            db => db.Describe(caseId, acting.Caller, description.Words, seen, clock.Now), ct), why => Explain(why, acting.T), ct);
    }

    private static string Explain(DescriptionRefusal why, Tongue t) => why switch
    {
        DescriptionRefusal.Unknown => t["この用件は見つかりません。", "This case is not here."],
        DescriptionRefusal.WithAnotherDesk => t["書き換えられるのは、いま受け持っている窓口だけです。", "Only the desk that has the case describes it."],
        DescriptionRefusal.ChangedSince => t["その間に同僚が書き換えました。開き直してご確認ください。", "A colleague has described it anew meanwhile. Open this again and decide."],
    };
}
