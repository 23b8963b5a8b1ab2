using Madoguchi.Desks;
using Madoguchi.Inbox.Voicing;
using Madoguchi.Inbox.Working;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices;
using Madoguchi.Voices.Deciding;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Inbox.Deciding;

/// <summary>Deciding on the voice's page: looked at once, then sent, with ten seconds to think again; and who decides.</summary>
public static class DecidingPageEndpoint
{
    private const string One = "/voices/{voiceId:id}";

    public static void MapDecidingPages(this IEndpointRouteBuilder desk)
    {
        desk.MapPost(One + "/decision", Decide);
        desk.MapPost(One + "/decisions/{decisionId:id}/calling-off", CallOff);
        desk.MapPost(One + "/decisions/{decisionId:id}/rest", TellTheRest);
        desk.MapPost(One + "/decider", Name);
        desk.MapPost(One + "/listing", List);
        desk.MapDigestPages();
        desk.MapQuoting();
    }

    private static async Task<IResult> Decide(
        Id<Voice> voiceId, [FromForm] string? state, [FromForm] string? version, [FromForm] string? ja, [FromForm] string? en, [FromForm] string? reason, [FromForm] string? step, [FromForm] string? key,
        Acting acting, Db db, Writes writes, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var (t, now) = (acting.T, clock.Now);
        var form = new DecisionForm(state switch { "fixed" => VoiceState.Fixed, "wontFix" => VoiceState.WontFix, _ => VoiceState.Planned }, version ?? "", ja ?? "", en ?? "", reason ?? "", step is "look" or "send", true);
        if (DecisionWords.LeftOpen(ja).Concat(DecisionWords.LeftOpen(en)).Distinct().ToList() is [var open, ..])
            return await VoicingEndpoint.Page(voiceId, acting.Me, db, clock, http, t[$"まだ書かれていないところがあります: {{{open}}}", $"Something is still to be written: {{{open}}}"], ct, form with { Looked = false });
        if (VoicingEndpoint.IsWrong(form.Asked, version, ja, en, reason))
            return await VoicingEndpoint.Page(voiceId, acting.Me, db, clock, http, t["お伝えする文を、どちらかの言葉で4,000字までで書いてください。", "Write what they are told, in one of the languages at least, up to 4,000 characters."], ct, form with { Looked = false });
        if (step != "send")
            return await VoicingEndpoint.Page(voiceId, acting.Me, db, clock, http, null, ct, form);
        var result = await writes.WriteOnce(acting.Once(key, form.ToString()), now, work => work.Decide(voiceId, form.Asked, acting.Me, now), ct);
        return result.Refused(out var why, out var made) ? await VoicingEndpoint.Page(voiceId, acting.Me, db, clock, http, Explain(why, t), ct, form with { Looked = false }) : To(made.VoiceId, $"?decision={made.DecisionId}#decided");
    }

    private static async Task<IResult> CallOff(Id<Voice> voiceId, Id<Decision> decisionId, Acting acting, Db db, Writes writes, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var now = clock.Now;
        return (await writes.Write(work => work.CallOffDecision(voiceId, decisionId, acting.Me, now), ct)).Refused(out var why, out _)
            ? await VoicingEndpoint.Page(voiceId, acting.Me, db, clock, http, Explain(why, acting.T), ct) : To(voiceId, "#decided");
    }

    private static async Task<IResult> TellTheRest(Id<Voice> voiceId, Id<Decision> decisionId, Acting acting, Db db, Writes writes, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var now = clock.Now;
        return (await writes.Write(work => work.TellTheRest(voiceId, decisionId, acting.Me, now), ct)).Refused(out var why, out _)
            ? await VoicingEndpoint.Page(voiceId, acting.Me, db, clock, http, Explain(why, acting.T), ct) : To(voiceId, $"?decision={decisionId}#decided");
    }

    private static async Task<IResult> Name(Id<Voice> voiceId, [FromForm] string? agent, Acting acting, Db db, Writes writes, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var (now, who) = (clock.Now, Id<Agent>.TryParse(agent, null, out var id) ? id : (Id<Agent>?)null);
        return (await writes.Write(work => work.NameDecider(voiceId, new(who), acting.Me, now), ct)).Refused(out var why, out _)
            ? await VoicingEndpoint.Page(voiceId, acting.Me, db, clock, http, why is DeciderRefusal.NotYours ? Explain(DecideRefusal.NotYours, acting.T) : acting.T["この担当者はもういません。", "There is no such agent."], ct) : To(voiceId, "#decided");
    }

    private static async Task<IResult> List(Id<Voice> voiceId, [FromForm] string? listed, Writes writes, CancellationToken ct)
    {
        await writes.Write(work => work.List(voiceId, listed == "true"), ct);
        return To(voiceId, "#decided");
    }

    private static RedirectHttpResult To(Id<Voice> id, string at) => TypedResults.Redirect($"/desk/voices/{id}{at}", permanent: false, preserveMethod: false);

    private static string Explain(DecideRefusal why, Tongue t) => why switch
    {
        DecideRefusal.Unknown => t["この声は見つかりません。", "This voice is not here."],
        DecideRefusal.NeedsApproval => t["あなたの書くものは、ほかの人の承認を待つ設定です。全員が読む言葉は、ほかの人が書きます。", "What you write waits for a second person: what everybody reads is written by somebody else."],
        DecideRefusal.NotYours => t["この声は、ほかの人が判断することになっています。責任者と管理者も判断できます。", "Somebody else decides this voice; supervisors and administrators may, too."],
        DecideRefusal.SendsAway => t["お客様を他へ行かせる言葉があります。何を決めたのかをお書きください。", "These words send people away. Write what was decided."],
        DecideRefusal.TooLate => t["もうお知らせを始めたため、取り消せません。", "It has gone out already."],
    };
}
