using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Inbox.Deciding;
using Madoguchi.Inbox.Working;
using Madoguchi.Reports;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Madoguchi.Voices;
using Madoguchi.Voices.Adding;
using Madoguchi.Voices.Drawing;
using Madoguchi.Voices.Merging;
using Madoguchi.Voices.Showing;
using Madoguchi.Voices.Stuck;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Inbox.Voicing;

/// <summary>The heat board, the page of a voice with its forms, and where customers get stuck.</summary>
public static class VoicingEndpoint
{
    private const string One = "/voices/{voiceId:id}";

    public static void MapVoicing(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/voices", Board);
        desk.MapGet("/voices.csv", Table);
        desk.MapGet("/voices/stuck", Stuck);
        desk.MapGet("/voices/stuck.csv", StuckTable);
        desk.MapGet(One, Show);
        desk.MapPost(One, Rename);
        desk.MapPost(One + "/news", Add);
        desk.MapPost(One + "/merging", Merge);
        desk.MapPost(One + "/apart", TakeApart);
        desk.MapPost(One + "/cases/{caseId:id}/quote", Quote);
        desk.MapPost(One + "/same-error", SameError);
        desk.MapDrawing();
        desk.MapDecidingPages();
    }

    private static async Task<RazorComponentResult<VoicesPage>> Board(string? sort, string? kind, string? product, string? state, string? q, CurrentAgent me, Db db, TimeProvider clock, HttpContext http, CancellationToken ct) =>
        new(new { T = Tongue.Asked(http), V = await db.VoiceBoard(VoicesAsked.Read(sort, kind, product, state, q, out _) ?? new VoicesAsked(), me, clock.Now, ct) });

    private static async Task<FileContentHttpResult> Table(string? sort, string? kind, string? product, string? state, string? q, Db db, TimeProvider clock, CancellationToken ct)
    {
        var (columns, rows) = VoiceTables.Board((VoicesAsked.Read(sort, kind, product, state, q, out _) ?? new VoicesAsked()).Of(await db.AllVoices(clock.Now, ct)));
        return TypedResults.File(Csv.Of(columns, rows), ReportsEndpoint.CsvType + "; charset=utf-8", "voices.csv");
    }

    private static async Task<RazorComponentResult<StuckPage>> Stuck(string? days, CurrentAgent me, Db db, TimeProvider clock, HttpContext http, CancellationToken ct) =>
        new(new { T = Tongue.Asked(http), V = new StuckView(me, await db.WhereStuck(StuckEndpoint.Days(days) ?? StuckEndpoint.Usual, clock.Now, ct)) });

    private static async Task<FileContentHttpResult> StuckTable(string? days, Db db, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var (columns, rows) = VoiceTables.Stuck(await db.WhereStuck(StuckEndpoint.Days(days) ?? StuckEndpoint.Usual, clock.Now, ct), Tongue.Asked(http));
        return TypedResults.File(Csv.Of(columns, rows), ReportsEndpoint.CsvType + "; charset=utf-8", "stuck.csv");
    }

    private static Task<IResult> Show(Id<Voice> voiceId, CurrentAgent me, Db db, TimeProvider clock, HttpContext http, CancellationToken ct) => Page(voiceId, me, db, clock, http, null, ct);

    private static async Task<IResult> Rename(
        Id<Voice> voiceId, [FromForm] string? title, [FromForm] string? kind, [FromForm] string? product, [FromForm] string? error, Acting acting, Db db, Writes writes, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var to = new VoiceChange(VoicesAsked.Read(null, kind, null, null, null, out _)?.Kind ?? VoiceKind.Defect, title ?? "", Text(product), Text(error));
        return IsWrong(to, title, product, error) ? await Refused(voiceId, acting, db, clock, http, ct)
            : await Done(voiceId, await writes.Write(work => work.ChangeVoice(voiceId, to, acting.Me, clock.Now), ct), "", acting, db, clock, http, ct);
    }

    private static async Task<IResult> Add(
        Id<Voice> voiceId, [FromForm] string? text, [FromForm] string? steps, [FromForm] string? versions, [FromForm] string? devices, [FromForm] string? key, Acting acting, Db db, Writes writes, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var news = new NewNews(text ?? "", null, Text(steps), Text(versions), Text(devices));
        return IsWrong(news, text, steps, versions, devices) ? await Refused(voiceId, acting, db, clock, http, ct)
            : await Done(voiceId, await writes.WriteOnce(acting.Once(key, text, steps, versions, devices), clock.Now, work => work.AddNews(voiceId, news, acting.Me, clock.Now), ct), "#news", acting, db, clock, http, ct);
    }

    private static async Task<IResult> Merge(Id<Voice> voiceId, [FromForm] string? into, Acting acting, Db db, Writes writes, TimeProvider clock, HttpContext http, CancellationToken ct) =>
        !Id<Voice>.TryParse(into, null, out var other) ? await Refused(voiceId, acting, db, clock, http, ct)
            : await Done(voiceId, await writes.Write(work => work.MergeVoice(voiceId, other, acting.Me, clock.Now), ct), "", acting, db, clock, http, ct);

    private static async Task<IResult> TakeApart(Id<Voice> voiceId, Acting acting, Db db, Writes writes, TimeProvider clock, HttpContext http, CancellationToken ct) =>
        await Done(voiceId, await writes.Write(work => work.TakeApart(voiceId, acting.Me, clock.Now), ct), "", acting, db, clock, http, ct);

    private static async Task<IResult> SameError(Id<Voice> voiceId, Acting acting, Db db, Writes writes, TimeProvider clock, HttpContext http, CancellationToken ct) =>
        await Done(voiceId, await writes.Write(work => work.JoinVoice(voiceId, new(SameError: true), acting.Me, clock.Now), ct), "#behind", acting, db, clock, http, ct);

    private static async Task<IResult> Quote(Id<Voice> voiceId, Id<Case> caseId, [FromForm] string? act, [FromForm] string? text, Acting acting, Db db, Writes writes, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        if (act == "out")
            return await Done(voiceId, await writes.Write(work => work.MoveCase(voiceId, caseId, null, acting.Me, clock.Now), ct), "#behind", acting, db, clock, http, ct);
        var to = act switch { "hide" => new QuoteChange(null, true), "show" => new QuoteChange(null, false), _ => new QuoteChange(text ?? "") };
        return IsWrong(to, text) ? await Refused(voiceId, acting, db, clock, http, ct)
            : await Done(voiceId, await writes.Write(work => work.ChangeQuote(voiceId, caseId, to, acting.Me, clock.Now), ct), "#behind", acting, db, clock, http, ct);
    }

    private static async Task<IResult> Done<T>(Id<Voice> id, Result<T, VoiceRefusal> result, string at, Acting acting, Db db, TimeProvider clock, HttpContext http, CancellationToken ct) =>
        result.Refused(out var why, out _) ? await Page(id, acting.Me, db, clock, http, Explain(why, acting.T), ct) : TypedResults.Redirect($"/desk/voices/{id}{at}", permanent: false, preserveMethod: false);

    private static Task<IResult> Refused(Id<Voice> id, Acting acting, Db db, TimeProvider clock, HttpContext http, CancellationToken ct) =>
        Page(id, acting.Me, db, clock, http, acting.T["空のところか、長すぎるところがあります。", "Something is empty, or too long."], ct);

    internal static async Task<IResult> Page(Id<Voice> id, CurrentAgent me, Db db, TimeProvider clock, HttpContext http, string? wrong, CancellationToken ct, DecisionForm? form = null)
    {
        var t = Tongue.Asked(http);
        var (text, told) = (http.Request.Query["text"].ToString(), Id<Decision>.TryParse(http.Request.Query["decision"], null, out var one) ? one : (Id<Decision>?)null);
        return await db.VoicePage(id, me, wrong, clock.Now, ct) is { } view
            ? new RazorComponentResult<VoicePage>(new { T = t, V = view with { Deciding = await db.DecidingOf(id, me, form, text, told, clock.Now, ct) }, Token = http.FormToken(), Key = Id<Case>.New().ToString() }) { StatusCode = wrong is null ? 200 : 422 }
            : new RazorComponentResult<NotHerePage>(new { T = t }) { StatusCode = StatusCodes.Status404NotFound };
    }

    internal static bool IsWrong(IChecked asked, params IEnumerable<string?> written) => asked.Errors().Any() || written.Any(w => w is not null && !PlainText.IsStorable(w));

    private static string? Text(string? written) => string.IsNullOrWhiteSpace(written) ? null : written.Trim();

    internal static string Explain(VoiceRefusal why, Tongue t) => why switch
    {
        VoiceRefusal.Unknown => t["この声は見つかりません。", "This voice is not here."],
        VoiceRefusal.UnknownCase or VoiceRefusal.NotBehindIt => t["この用件は見つかりません。", "This case is not here."],
        VoiceRefusal.UnknownIncident => t["この障害は見つかりません。", "This incident is not here."],
        VoiceRefusal.SameVoice => t["同じ声です。", "It is the same voice."],
        VoiceRefusal.MergedElsewhere => t["ほかの声にまとめられています。先にそちらを分けてください。", "It was merged into another voice: take those two apart first."],
        VoiceRefusal.NotMerged => t["まとめられていない声です。", "It stands by itself."],
    };
}
