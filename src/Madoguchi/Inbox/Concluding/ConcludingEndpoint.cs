using System.Globalization;
using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Cases.Denying;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Cases.Wording;
using Madoguchi.Desks.Hours;
using Madoguchi.Findings.Answering;
using Madoguchi.Findings.Making;
using Madoguchi.Findings.Promising;
using Madoguchi.Findings.Showing;
using Madoguchi.Inbox.Escalating;
using Madoguchi.Inbox.Working;
using Madoguchi.ProductLog;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Concluding;

/// <summary>The pages of what was found out: the form on the check page, showing it, and the first answer.</summary>
public static class ConcludingEndpoint
{
    public static void MapConcluding(this IEndpointRouteBuilder desk)
    {
        desk.MapPost("/cases/{caseId:id}/findings", Make);
        desk.MapGet("/cases/{caseId:id}/findings/{findingId:id}/showing", Choose);
        desk.MapPost("/cases/{caseId:id}/findings/{findingId:id}/showing", Show);
        desk.MapGet("/cases/{caseId:id}/first-answer", Prepare);
        desk.MapPost("/cases/{caseId:id}/first-answer", Send);
    }

    private static async Task<IResult> Make(Id<Case> caseId, IFormCollection form, [FromForm] string? key, HouseZone zone, Acting acting, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (t, missing) = (acting.T, new Missing());
        if (!Enum.TryParse<Verdict>(form["verdict"], out var verdict) || !Enum.IsDefined(verdict))
            return acting.Refuse(t["わかったことを、ひとつ選んでください。", "Choose what came of it."], caseId, StatusCodes.Status422UnprocessableEntity);
        List<Guid> events = [.. Ids(form["events"])], evidence = [.. Ids(form["evidence"])];
        var window = form["look"] == "yes" && Time(form["from"]) is { } from && Time(form["to"]) is { } to ? new Window(from, to) : null;
        var text = form["text"].ToString() is { } written && !string.IsNullOrWhiteSpace(written) ? written : await db.Prepared(events, verdict, t, zone, ct);
        if (WritingEndpoint.Wrong(text, t, NewFinding.Longest) is { } wrong)
            return acting.Refuse(wrong, caseId, StatusCodes.Status422UnprocessableEntity);
        var asked = new NewFinding(verdict, text, [.. events.Select(e => JsonSerializer.SerializeToElement(e.ToString()))], evidence, window, EscalatingEndpoint.Local(form["deadline"], zone));
        if (asked.Errors().FirstOrDefault() is { Why: { } no })
            return acting.Refuse(no, caseId, StatusCodes.Status422UnprocessableEntity);
        var result = await writes.WriteOnce(acting.Once(key, [verdict.ToString(), text, .. events.Concat(evidence).Select(e => e.ToString()), form["from"], form["deadline"]]), clock.Now, work => work.MakeFinding(caseId, asked, missing, acting.Me, clock.Now), ct);
        return result.Refused(out var why, out _) ? acting.Refuse(ConcludingWords.Explain(why, t), caseId, StatusCodes.Status422UnprocessableEntity) : acting.Go($"/desk/cases/{caseId}");
    }

    private static async Task<IResult> Choose(Id<Case> caseId, Id<Cases.Denying.Finding> findingId, Sheets sheets, Db db, CancellationToken ct)
    {
        if (await sheets.Find(db, caseId, ct) is not { } theCase || (await db.FindingsOf(caseId, ct)).FirstOrDefault(f => f.FindingId == findingId) is not { } finding)
            return sheets.NotHere();
        var prepared = ForPeople.Of(finding.Verdict, new Basis(finding.Events, finding.Evidence, finding.Query, finding.Right), Tongue.Of(theCase.Language));
        return sheets.Show<ShowingSheet>(("CaseId", caseId), ("Finding", finding), ("Prepared", prepared), ("Language", theCase.Language));
    }

    private static async Task<IResult> Show(Id<Case> caseId, Id<Cases.Denying.Finding> findingId, [FromForm] string? text, [FromForm] string? key, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (WritingEndpoint.Wrong(text, acting.T) is { } wrong)
            return acting.Refuse(wrong, caseId, StatusCodes.Status422UnprocessableEntity);
        var once = acting.Once(key, text);
        var hold = new Hold(null, once, Cites: [findingId]);
        return await acting.Show(caseId, await writes.WriteOnce(once, clock.Now, db => db.ShowFinding(caseId, findingId, text, acting.Caller, hold, clock.Now), ct), why => ConcludingWords.Explain(why, acting.T), ct);
    }

    private static async Task<IResult> Prepare(Id<Case> caseId, Sheets sheets, Db db, HouseZone zone, TimeProvider clock, CancellationToken ct)
    {
        if (await sheets.Find(db, caseId, ct) is not { } theCase)
            return sheets.NotHere();
        var prepared = await db.FirstAnswer(theCase, null, clock.Now, ct);
        return sheets.Show<FirstAnswerSheet>(
            ("CaseId", caseId), ("Prepared", prepared), ("Language", theCase.Language), ("Due", TimeZoneInfo.ConvertTime(prepared.By, zone.Zone).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture)));
    }

    // The words first: what keeps the promise is what comes after it.
    private static async Task<IResult> Send(
        Id<Case> caseId, [FromForm] string? text, [FromForm] string? what, [FromForm] string? by, [FromForm] string? key, HouseZone zone, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (t, now) = (acting.T, clock.Now);
        if ((WritingEndpoint.Wrong(text, t) ?? WritingEndpoint.Wrong(what, t, NewCheck.Longest)) is { } wrong)
            return acting.Refuse(wrong, caseId, StatusCodes.Status422UnprocessableEntity);
        if (EscalatingEndpoint.Local(by, zone) is not { } due || due <= now || due > now + Promising.Farthest)
            return acting.Refuse(t["これから90日以内の時刻にしてください。", "A time within 90 days from now is needed."], caseId, StatusCodes.Status422UnprocessableEntity);
        var once = acting.Once(key, text, what, by);
        var hold = new Hold(null, once);
        return await acting.Show(caseId, await writes.WriteOnce<CheckMade, SayRefusal>(once, now, async db =>
            (await db.Say(caseId, acting.Caller, new MessageSaid(PlainText.Clean(text!)), hold, now)).Refused(out var why, out _) ? why // not wrong: not null
            : (await db.PromiseCheck(caseId, new NewCheck(what!, due), acting.Me, now)).Refused(out _, out var made) ? SayRefusal.WithAnotherDesk : made, ct), why => ConcludingWords.Explain(why, t), ct);
    }

    private static IEnumerable<Guid> Ids(IEnumerable<string?> sent) => sent.Select(s => Guid.TryParse(s, out var id) ? id : (Guid?)null).OfType<Guid>().Distinct();

    private static DateTimeOffset? Time(string? sent) => DateTimeOffset.TryParse(sent, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    extension(Db db)
    {
        // Nobody has to copy what they have ticked.
        private async Task<string> Prepared(IReadOnlyList<Guid> events, Verdict verdict, Tongue t, HouseZone zone, CancellationToken ct)
        {
            var ids = events.Select(e => new Id<ProductEvent>(e)).ToList();
            var seen = await db.ProductEvents.AsNoTracking().Where(e => ids.Contains(e.Id)).OrderBy(e => e.Time).Select(e => new { e.Time, e.Type }).ToListAsync(ct);
            return string.Join('\n', seen.Select(e => $"{TimeZoneInfo.ConvertTime(e.Time, zone.Zone).ToString("M/d HH:mm:ss", CultureInfo.InvariantCulture)} {e.Type}").Prepend(Entries.VerdictNames.NameIn(verdict, t)));
        }
    }
}
