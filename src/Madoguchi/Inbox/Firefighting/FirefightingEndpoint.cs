using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Inbox.Noticing;
using Madoguchi.Inbox.Working;
using Madoguchi.Incidents;
using Madoguchi.Incidents.Changing;
using Madoguchi.Incidents.Declaring;
using Madoguchi.Rules;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Inbox.Firefighting;

/// <summary>What burns, for how many, and what is said about it: declared, led, and changed from here.</summary>
public static class FirefightingEndpoint
{
    public static void MapFirefighting(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/incidents", List);
        desk.MapGet("/incidents/new", New);
        desk.MapPost("/incidents/new", Declare);
        desk.MapGet("/incidents/{incidentId:id}", Show);
        desk.MapPost("/incidents/{incidentId:id}/change", Change);
        desk.MapPost("/incidents/{incidentId:id}/cases", Add);
        desk.MapPost("/incidents/{incidentId:id}/cases/{caseId:id}/removal", TakeOut);
        desk.MapMaintaining();
        desk.MapMergingPage();
    }

    private static async Task<IResult> List(CurrentAgent me, Db db, TimeProvider clock, HttpContext http, CancellationToken ct) => await ListPage(me, db, clock, http, null, null, ct);

    private static async Task<IResult> New([FromQuery(Name = "case")] string? caseId, string? rule, CurrentAgent me, Db db, HttpContext http, CancellationToken ct) =>
        await Form(await db.DraftFrom(Read<Case>(caseId), Read<Rule>(rule), me, Tongue.Asked(http), ct), null, me, db, http, ct);

    private static async Task<IResult> Declare([FromForm] string? key, Acting acting, Db db, Writes writes, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var (now, draft) = (clock.Now, Filled.Incident(await http.Request.ReadFormAsync(ct)));
        if (draft.Declares(now) is not { } asked)
            return await Form(draft, acting.T["名前を一行で書いてください。どの欄も長すぎないように。", "Write a name of one line, and nothing too long."], acting.Me, db, http, ct);
        var result = await writes.WriteOnce(acting.Once(key, draft.ToString()), now, work => work.Declare(asked, acting.Me, now), ct);
        return result.Refused(out var why, out var declared) ? await Form(draft, Explain(why, acting.T), acting.Me, db, http, ct) : To(declared.IncidentId);
    }

    private static async Task<IResult> Show(Id<Incident> incidentId, CurrentAgent me, Db db, TimeProvider clock, HttpContext http, CancellationToken ct) => await Page(incidentId, null, null, me, db, clock, http, ct);

    private static async Task<IResult> Change(Id<Incident> incidentId, Acting acting, Db db, Writes writes, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var (now, draft) = (clock.Now, Filled.Incident(await http.Request.ReadFormAsync(ct)));
        if (draft.Changes(now) is not { } asked)
            return await Page(incidentId, draft, acting.T["名前を一行で書いてください。どの欄も長すぎないように。", "Write a name of one line, and nothing too long."], acting.Me, db, clock, http, ct);
        return (await writes.Write(work => work.ChangeIncident(incidentId, asked, acting.Me, now), ct)).Refused(out var why, out _) ? await Page(incidentId, draft, Explain(why, acting.T), acting.Me, db, clock, http, ct) : To(incidentId);
    }

    private static async Task<IResult> Add(Id<Incident> incidentId, [FromForm] string? caseId, [FromForm] string? from, Acting acting, Db db, Writes writes, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var now = clock.Now;
        // As an address, too: the case's page, with whatever follows.
        var id = (caseId ?? "").Trim().Split('/', '?', '#', '&').Select(Read<Case>).OfType<Id<Case>>().FirstOrDefault();
        var result = await writes.Write(work => work.AddTo(incidentId, id, acting.Me, _ => { }, now), ct);
        if (from == "case")
            return await acting.Show(id, result, why => Explain(why, acting.T), ct);
        return result.Refused(out var why, out _) ? await Page(incidentId, null, Explain(why, acting.T), acting.Me, db, clock, http, ct) : To(incidentId, "#affected");
    }

    private static async Task<IResult> TakeOut(Id<Incident> incidentId, Id<Case> caseId, [FromForm] string? from, Acting acting, Db db, Writes writes, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var result = await writes.Write(work => work.TakeOut(incidentId, caseId, acting.Me, clock.Now), ct);
        if (from == "case")
            return await acting.Show(caseId, result, why => Explain(why, acting.T), ct);
        return result.Refused(out var why, out _) ? await Page(incidentId, null, Explain(why, acting.T), acting.Me, db, clock, http, ct) : To(incidentId, "#affected");
    }

    internal static async Task<IResult> ListPage(CurrentAgent me, Db db, TimeProvider clock, HttpContext http, PlanDraft? draft, string? wrong, CancellationToken ct) =>
        new RazorComponentResult<IncidentsPage>(new { T = Tongue.Asked(http), V = await db.IncidentsPage(me, clock.Now, ct) with { ProposalWrong = ProposalsPageEndpoint.Explain(http.Request.Query["wrong"], Tongue.Asked(http)) }, Zone = http.RequestServices.GetRequiredService<HouseZone>().Zone, Draft = draft ?? new(), Wrong = wrong, Token = http.FormToken(), Key = Id<Case>.New().ToString() }) { StatusCode = wrong is null ? 200 : 422 };

    private static async Task<IResult> Form(IncidentDraft draft, string? wrong, CurrentAgent me, Db db, HttpContext http, CancellationToken ct) =>
        new RazorComponentResult<DeclarePage>(new { T = Tongue.Asked(http), Me = me, Draft = draft, Agents = await db.Leaders(ct), Wrong = wrong, Token = http.FormToken(), Key = Id<Case>.New().ToString() }) { StatusCode = wrong is null ? 200 : 422 };

    internal static async Task<IResult> Page(Id<Incident> id, IncidentDraft? draft, string? wrong, CurrentAgent me, Db db, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var t = Tongue.Asked(http);
        return await db.IncidentPage(id, me, draft, wrong, clock.Now, ct) is { } view
            ? new RazorComponentResult<IncidentPage>(new { T = t, V = view, Token = http.FormToken(), Key = Id<Case>.New().ToString() }) { StatusCode = wrong is null ? 200 : 422 }
            : new RazorComponentResult<NotHerePage>(new { T = t }) { StatusCode = StatusCodes.Status404NotFound };
    }

    private static RedirectHttpResult To(Id<Incident> id, string part = "") => TypedResults.Redirect($"/desk/incidents/{id}{part}", permanent: false, preserveMethod: false);

    private static Id<T>? Read<T>(string? text) => Id<T>.TryParse(text, null, out var id) ? id : null;

    private static string Explain(DeclareRefusal why, Tongue t) => why switch
    {
        DeclareRefusal.UnknownProposal => t["この提案はもうありません。", "This proposal is no longer there."],
        DeclareRefusal.UnknownLead => t["指揮をとる担当者が見つかりません。", "Whoever was to lead is not here."],
        DeclareRefusal.UnknownCase => t["この用件は見つかりません。", "This case is not here."],
        DeclareRefusal.UnknownRule => t["この決まりは見つかりません。", "This rule is not here."],
        DeclareRefusal.NotYet => t["これから始まることは、計画メンテナンスです。", "What is yet to begin is a maintenance."],
    };

    private static string Explain(ChangeIncidentRefusal why, Tongue t) => why switch
    {
        ChangeIncidentRefusal.Unknown => t["この障害は見つかりません。", "This incident is not here."],
        ChangeIncidentRefusal.UnknownLead => t["指揮をとる担当者が見つかりません。", "Whoever was to lead is not here."],
        ChangeIncidentRefusal.NotYet => t["これから始まることは、計画メンテナンスです。", "What is yet to begin is a maintenance."],
        ChangeIncidentRefusal.UnknownCase => t["この用件は見つかりません。用件のページの番地を貼ってください。", "This case is not here. Paste the address of the case's page."],
        ChangeIncidentRefusal.Resolved => t["この障害は解消しています。", "This incident is resolved."],
        ChangeIncidentRefusal.WithAnotherIncident => t["この用件は別の障害に入っています。先にそちらから外してください。", "This case belongs to another incident: take it out there first."],
    };
}
