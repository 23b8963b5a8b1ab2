using Madoguchi.Inbox.Working;
using Madoguchi.Incidents;
using Madoguchi.Incidents.Merging;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Inbox.Firefighting;

/// <summary>The same trouble, declared twice, by forms.</summary>
public static class MergingPage
{
    public static void MapMergingPage(this IEndpointRouteBuilder desk)
    {
        desk.MapPost("/incidents/{incidentId:id}/merging", Merge);
        desk.MapPost("/incidents/{incidentId:id}/apart", TakeApart);
    }

    private static async Task<IResult> Merge(Id<Incident> incidentId, [FromForm] string? into, Acting acting, Writes writes, Db db, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var other = Id<Incident>.TryParse(into, null, out var named) ? named : default;
        var now = clock.Now;
        return await Answer((await writes.Write(work => work.MergeIncident(incidentId, other, acting.Me, now), ct)), incidentId, acting, db, clock, http, ct);
    }

    private static async Task<IResult> TakeApart(Id<Incident> incidentId, Acting acting, Writes writes, Db db, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var now = clock.Now;
        return await Answer(await writes.Write(work => work.TakeIncidentApart(incidentId, acting.Me, now), ct), incidentId, acting, db, clock, http, ct);
    }

    private static async Task<IResult> Answer(Result<Incident, MergeRefusal> result, Id<Incident> id, Acting acting, Db db, TimeProvider clock, HttpContext http, CancellationToken ct) =>
        result.Refused(out var why, out var goesOn)
            ? await FirefightingEndpoint.Page(id, null, Explain(why, acting.T), acting.Me, db, clock, http, ct) : TypedResults.Redirect($"/desk/incidents/{goesOn.Id}", permanent: false, preserveMethod: false);

    private static string Explain(MergeRefusal why, Tongue t) => why switch
    {
        MergeRefusal.Unknown => t["この障害は見つかりません。", "This incident is not here."],
        MergeRefusal.UnknownOther or MergeRefusal.Itself => t["まとめる先の障害を選んでください。", "Choose the incident that goes on."],
        MergeRefusal.Resolved => t["解消した障害は、まとめたり分けたりできません。", "What is resolved is neither merged nor taken apart."],
        MergeRefusal.OnItsWay => t["お知らせか補償が、まだ皆さまへ届いている途中です。届き終わってから、もう一度押してください。", "A word or a remedy is still on its way to everybody. Press again once it is there."],
        MergeRefusal.NotMerged => t["この障害は、まとめられていません。", "It was not merged."],
    };
}
