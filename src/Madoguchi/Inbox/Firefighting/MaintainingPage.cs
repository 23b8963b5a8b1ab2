using Madoguchi.Desks.Hours;
using Madoguchi.Inbox.Working;
using Madoguchi.Incidents.Maintaining;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Inbox.Firefighting;

/// <summary>Planned maintenance by forms: planned, moved, finished early, cancelled, and each of these taken back.</summary>
public static class MaintainingPage
{
    private const string One = "/maintenances/{maintenanceId:id}";

    public static void MapMaintaining(this IEndpointRouteBuilder desk)
    {
        desk.MapPost("/maintenances", Plan);
        desk.MapPost(One, Change);
        desk.MapPost(One + "/cancellation", (Id<Maintenance> maintenanceId, Acting acting, Writes writes, Db db, TimeProvider clock, HttpContext http, CancellationToken ct) =>
            Act((work, now) => work.CancelPlan(maintenanceId, now), acting, writes, db, clock, http, ct));
        desk.MapPost(One + "/restoration", (Id<Maintenance> maintenanceId, Acting acting, Writes writes, Db db, TimeProvider clock, HttpContext http, CancellationToken ct) =>
            Act((work, now) => work.RestorePlan(maintenanceId, now), acting, writes, db, clock, http, ct));
        desk.MapPost(One + "/end", (Id<Maintenance> maintenanceId, Acting acting, Writes writes, Db db, TimeProvider clock, HttpContext http, CancellationToken ct) =>
            Act((work, now) => work.FinishPlan(maintenanceId, now), acting, writes, db, clock, http, ct));
    }

    private static async Task<IResult> Plan([FromForm] string? key, Acting acting, HouseZone zone, Db db, Writes writes, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var (now, draft) = (clock.Now, Filled.Plan(await http.Request.ReadFormAsync(ct)));
        if (draft.Plans(zone.Zone) is not { } asked)
            return await Wrong(draft, acting, db, clock, http, ct);
        await writes.WriteOnce(acting.Once(key, draft.ToString()), now, work => work.Plan(asked, acting.Me, now), ct);
        return Back();
    }

    private static async Task<IResult> Change(Id<Maintenance> maintenanceId, Acting acting, HouseZone zone, Db db, Writes writes, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var draft = Filled.Plan(await http.Request.ReadFormAsync(ct)) with { Id = maintenanceId };
        return draft.Plans(zone.Zone) is { } asked ? await Act((work, now) => work.Replan(maintenanceId, asked, now), acting, writes, db, clock, http, ct) : await Wrong(draft, acting, db, clock, http, ct);
    }

    private static async Task<IResult> Act(Func<Db, DateTimeOffset, Task<Result<MaintenanceMade, MaintenanceRefusal>>> act, Acting acting, Writes writes, Db db, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var now = clock.Now;
        return (await writes.Write(work => act(work, now), ct)).Refused(out var why, out _) ? await FirefightingEndpoint.ListPage(acting.Me, db, clock, http, null, Explain(why, acting.T), ct) : Back();
    }

    private static Task<IResult> Wrong(PlanDraft draft, Acting acting, Db db, TimeProvider clock, HttpContext http, CancellationToken ct) =>
        FirefightingEndpoint.ListPage(acting.Me, db, clock, http, draft, acting.T["題と、始まりと終わり(31日以内)を書いてください。", "Write a title, a beginning, and an end within 31 days of it."], ct);

    private static RedirectHttpResult Back() => TypedResults.Redirect("/desk/incidents#maintenance", permanent: false, preserveMethod: false);

    private static string Explain(MaintenanceRefusal why, Tongue t) => why switch
    {
        MaintenanceRefusal.Unknown => t["このメンテナンスは見つかりません。", "This maintenance is not here."],
        MaintenanceRefusal.Over => t["もう終わったか、中止されています。", "It is over, or was cancelled."],
        MaintenanceRefusal.NotRunning => t["いまは実施中ではありません。", "It is not under way."],
        MaintenanceRefusal.NothingToRestore => t["元に戻せる変更がないか、予定の時間が過ぎています。", "There is no change to take back, or its time is over."],
    };
}
