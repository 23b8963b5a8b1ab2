using Madoguchi.Cases;
using Madoguchi.Cases.Prioritizing;
using Madoguchi.Cases.Snoozing;
using Madoguchi.Cases.Tagging;
using Madoguchi.Desks.Hours;
using Madoguchi.Inbox.Working;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Arranging;

/// <summary>One's own order in the work: tags, priority, laying aside.</summary>
public static class ArrangingEndpoint
{
    private static readonly char[] Between = [',', '、', '，', '\n'];

    public static void MapArranging(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/cases/{caseId:id}/tags", ChooseTags);
        desk.MapPost("/cases/{caseId:id}/tags", Tag);
        desk.MapGet("/cases/{caseId:id}/priority", ChoosePriority);
        desk.MapPost("/cases/{caseId:id}/priority", Prioritize);
        desk.MapGet("/cases/{caseId:id}/snooze", ChooseTime);
        desk.MapPost("/cases/{caseId:id}/snooze", Snooze);
        desk.MapPost("/cases/{caseId:id}/waking", Wake);
    }

    private static async Task<IResult> ChooseTags(Id<Case> caseId, Sheets sheets, Db db, CancellationToken ct)
    {
        if (await db.Cases.AsNoTracking().Include(c => c.Tags).VisibleTo(sheets.Me, db).SingleOrDefaultAsync(c => c.Id == caseId, ct) is not { } theCase)
            return sheets.NotHere();
        return sheets.Show<TagsSheet>(("Case", theCase), ("Known", await db.KnownTags(null, sheets.Me, ct)));
    }

    private static async Task<IResult> Tag(
        Id<Case> caseId, IFormCollection form, [FromForm] string? more, [FromForm] int? seen, [FromForm] string? key, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        string[] all = [.. form["tag"].OfType<string>(), .. (more ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        if (all.Any(t => !PlainText.IsStorable(t)) || new Words(all).Errors().Any())
            return acting.Refuse(acting.T[$"タグはひとつ{CaseTag.Longest}文字、{CaseTag.AtMost}個までです。", $"At most {CaseTag.AtMost} tags of at most {CaseTag.Longest} characters."], caseId, StatusCodes.Status422UnprocessableEntity);
        return await acting.Show(caseId, await writes.WriteOnce(acting.Once(key, all), clock.Now, db => db.Tag(caseId, acting.Caller, new Words(all).Clean, seen, clock.Now), ct), why => Explain(why, acting.T), ct);
    }

    private static async Task<IResult> ChoosePriority(Id<Case> caseId, Sheets sheets, Db db, CancellationToken ct) =>
        await sheets.Find(db, caseId, ct) is { } theCase ? sheets.Show<PrioritySheet>(("Case", theCase)) : sheets.NotHere();

    private static async Task<IResult> Prioritize(Id<Case> caseId, [FromForm] string? priority, [FromForm] int? seen, [FromForm] string? key, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct) =>
        Enum.GetValues<Priority>().Where(p => p.ToString() == priority).Select(p => (Priority?)p).FirstOrDefault() is not { } wanted
            ? acting.Refuse(acting.T["優先度をひとつ選んでください。", "Choose a priority."], caseId, StatusCodes.Status422UnprocessableEntity)
            : await acting.Show(caseId, await writes.WriteOnce(acting.Once(key, priority), clock.Now, db => db.Prioritize(caseId, acting.Caller, wanted, seen, clock.Now), ct), why => Explain(why, acting.T), ct);

    private static async Task<IResult> ChooseTime(Id<Case> caseId, Sheets sheets, Db db, CancellationToken ct) =>
        await sheets.Find(db, caseId, ct) is { } theCase ? sheets.Show<SnoozeSheet>(("Case", theCase)) : sheets.NotHere();

    private static async Task<IResult> Snooze(
        Id<Case> caseId, [FromForm] string? text, [FromForm] string? choice, [FromForm] int? seen, [FromForm] string? key, HouseZone zone, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var words = choice ?? text ?? "";
        if (SnoozeWords.Read(words, clock.Now, zone.Zone) is not { } until)
            return acting.Refuse(acting.T[$"「{words}」はこれからの時刻として読めませんでした。「明日9時」「来週月曜」「3時間後」のように書いてください。", $"“{words}” is no time ahead. Write it as “tomorrow 9”, “next monday 10:30” or “in 2 hours”."], caseId, StatusCodes.Status422UnprocessableEntity);
        return await acting.Show(caseId, await writes.WriteOnce(acting.Once(key, words), clock.Now, db => db.Snooze(caseId, acting.Caller, until, seen, clock.Now), ct), why => Explain(why, acting.T), ct);
    }

    private static async Task<IResult> Wake(Id<Case> caseId, [FromForm] string? key, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct) =>
        await acting.Show(caseId, await writes.WriteOnce(acting.Once(key), clock.Now, db => db.Snooze(caseId, acting.Caller, null, null, clock.Now), ct), why => Explain(why, acting.T), ct);

    private static string Explain(ChangeRefusal why, Tongue t) => why switch
    {
        ChangeRefusal.Unknown => t["この用件は見つかりません。", "This case is not here."],
        ChangeRefusal.WithAnotherDesk => t["変えられるのは、いま受け持っている窓口だけです。", "Only the desk that has the case changes this."],
        ChangeRefusal.ChangedSince => t["その間に同僚が変えました。開き直してご確認ください。", "A colleague has changed this meanwhile. Open it again and decide."],
        ChangeRefusal.Closed => t["終わった用件は保留にできません。", "What is settled waits for nothing."],
        ChangeRefusal.NotAhead => t["これから1年以内の時刻にしてください。", "A time within a year from now is needed."],
    };
}
