using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Inbox.Working;
using Madoguchi.Rules;
using Madoguchi.Rules.Keeping;
using Madoguchi.Rules.Telling;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Inbox.Ruling;

/// <summary>What is broken, for whom, and telling them before they ask: looked at once, then sent, with ten seconds to think again.</summary>
public static class RulingEndpoint
{
    public static void MapRuling(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/rules", List);
        desk.MapGet("/rules/{ruleId:id}", Show);
        desk.MapPost("/rules/{ruleId:id}/tellings", Tell);
        desk.MapPost("/rules/{ruleId:id}/tellings/{tellingId:id}/calling-off", CallOff);
    }

    private static async Task<RazorComponentResult<RulesPage>> List(CurrentAgent me, Db db, HttpContext http, CancellationToken ct) =>
        new(new { T = Tongue.Asked(http), Me = me, Rules = await db.RulesNow(ct) });

    private static Task<IResult> Show(Id<Rule> ruleId, string? after, string? telling, CurrentAgent me, Db db, TimeProvider clock, HttpContext http, CancellationToken ct) =>
        Page(ruleId, me, db, clock, http, after, telling, null, null, ct);

    private static async Task<IResult> Tell(
        Id<Rule> ruleId, [FromForm] string? ja, [FromForm] string? en, [FromForm] string? deskSlug, [FromForm] string? remedy, [FromForm] string? step, [FromForm] string? key, Acting acting, Db db, Writes writes, TimeProvider clock, HttpContext http,
        CancellationToken ct)
    {
        var draft = new TellDraft(ja ?? "", en ?? "", Named(deskSlug), Named(remedy), step is "look" or "send");
        var asked = new NewTelling(new(Named(draft.Ja), Named(draft.En)), draft.Remedy, draft.Desk);
        if (!PlainText.IsStorable(draft.Ja + draft.En) || asked.Errors().Any())
            return await Page(ruleId, acting.Me, db, clock, http, null, null, draft, acting.T["お知らせする文を、どちらかの言葉で4,000字までで書いてください。", "Write what they are told, in one of the languages at least, up to 4,000 characters."], ct);
        if (step != "send")
            return await Page(ruleId, acting.Me, db, clock, http, null, null, draft, null, ct);
        var now = clock.Now;
        var result = await writes.WriteOnce(acting.Once(key, draft.ToString()), now, work => work.TellRule(ruleId, asked, acting.Me, now), ct);
        return result.Refused(out var why, out var made)
            ? await Page(ruleId, acting.Me, db, clock, http, null, null, why is TellRefusal.NobodyLeft ? null : draft, Explain(why, acting.T), ct)
            : TypedResults.Redirect($"/desk/rules/{ruleId}?telling={made.TellingId}#told", permanent: false, preserveMethod: false);
    }

    private static async Task<IResult> CallOff(Id<Rule> ruleId, Id<RuleTelling> tellingId, Acting acting, Db db, Writes writes, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var now = clock.Now;
        return (await writes.Write(work => work.CallOff(ruleId, tellingId, acting.Me, now), ct)).Refused(out var why, out _)
            ? await Page(ruleId, acting.Me, db, clock, http, null, tellingId.ToString(), null, Explain(why, acting.T), ct) : TypedResults.Redirect($"/desk/rules/{ruleId}#told", permanent: false, preserveMethod: false);
    }

    private static async Task<IResult> Page(Id<Rule> id, CurrentAgent me, Db db, TimeProvider clock, HttpContext http, string? after, string? telling, TellDraft? draft, string? wrong, CancellationToken ct)
    {
        var t = Tongue.Asked(http);
        return await db.RulePage(id, me, after, telling, draft, wrong, clock.Now, ct) is { } view
            ? new RazorComponentResult<RulePage>(new { T = t, V = view, Token = http.FormToken(), Key = Id<Case>.New().ToString() }) { StatusCode = wrong is null ? 200 : 422 }
            : new RazorComponentResult<NotHerePage>(new { T = t }) { StatusCode = StatusCodes.Status404NotFound };
    }

    private static string? Named(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string Explain(TellRefusal why, Tongue t) => why switch
    {
        TellRefusal.Unknown => t["この決まりは見つかりません。", "This rule is not here."],
        TellRefusal.ForSupervisors => t["皆さまへのお知らせは、責任者が行います。", "Everyone hit is told by supervisors."],
        TellRefusal.UnknownDesk => t["この窓口はもうありません。", "There is no such desk."],
        TellRefusal.UnknownRemedy => t["この補償はもうありません。", "There is no such remedy."],
        TellRefusal.NobodyLeft => t["まだお知らせしていない方はいません。", "Everyone hit has been told, or is being told now."],
        TellRefusal.SendsAway => t["お客様を他へ行かせる言葉があります。何が起き、どうなるのかをお書きください。", "These words send people away. Write what happened and what becomes of it."],
        TellRefusal.Declines => t["お断りの言葉があります。お断りには、お一人ずつの調査結果が要ります。", "These words say no. A denial rests on a finding, case by case."],
        TellRefusal.TooLate => t["もう送り始めたため、取り消せません。", "It has gone out already."],
    };
}
