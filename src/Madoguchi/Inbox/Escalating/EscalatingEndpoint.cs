using System.Globalization;
using Madoguchi.Cases;
using Madoguchi.Cases.Denying;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Findings.Escalating;
using Madoguchi.Handovers;
using Madoguchi.Inbox.Working;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Escalating;

public static class EscalatingEndpoint
{
    public static void MapEscalating(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/cases/{caseId:id}/escalation", Write);
        desk.MapPost("/cases/{caseId:id}/escalation", Ask);
        desk.MapGet("/escalations/{escalationId:id}/answer", Read);
        desk.MapPost("/escalations/{escalationId:id}/answer", Answer);
        desk.MapPost("/escalations/{escalationId:id}/withdrawal", Withdraw);
    }

    private static async Task<IResult> Write(Id<Case> caseId, Sheets sheets, Db db, CancellationToken ct)
    {
        if (await sheets.Find(db, caseId, ct) is not { } theCase)
            return sheets.NotHere();
        var own = theCase.DeskId;
        var desks = await db.Desks.AsNoTracking().Where(d => d.Id != own).OrderBy(d => d.Slug).ToListAsync(ct);
        return sheets.Show<QuestionSheet>(("Case", theCase), ("Desks", (IReadOnlyList<Desk>)[.. desks.OrderBy(d => d.IsTechnical == true ? 0 : 1)]), ("Brief", await db.Brief(theCase, ct)));
    }

    private static async Task<IResult> Ask(
        Id<Case> caseId, [FromForm] string? desk, [FromForm] string? question, [FromForm] string? due, [FromForm] string? key, HouseZone zone, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var t = acting.T;
        if (WritingEndpoint.Wrong(question, t, NewEscalation.Longest) is { } wrong)
            return acting.Refuse(wrong, caseId, StatusCodes.Status422UnprocessableEntity);
        if (desk is not { Length: > 0 and <= PlainText.Line } || !PlainText.IsStorable(desk))
            return acting.Refuse(t["窓口を選んでください。", "Choose a desk."], caseId, StatusCodes.Status422UnprocessableEntity);
        var asked = new NewEscalation(question!, desk, Local(due, zone)); // not wrong: not null
        return await acting.Show(caseId, await writes.WriteOnce(acting.Once(key, desk, question, due), clock.Now, db => db.Escalate(caseId, asked, acting.Me, clock.Now), ct), why => Explain(why, t), ct);
    }

    private static async Task<IResult> Read(Id<Escalation> escalationId, Sheets sheets, Db db, CancellationToken ct) =>
        await db.Escalations.AsNoTracking().SingleOrDefaultAsync(e => e.Id == escalationId, ct) is { } asked && sheets.Me.WorksAt(asked.ToDeskId) ? sheets.Show<AnswerSheet>(("Asked", asked)) : sheets.NotHere();

    private static async Task<IResult> Answer(Id<Escalation> escalationId, [FromForm] string? text, [FromForm] string? verdict, [FromForm] string? key, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (WritingEndpoint.Wrong(text, acting.T, TechnicalAnswer.Longest) is { } wrong)
            return acting.Refuse(wrong, null, StatusCodes.Status422UnprocessableEntity);
        var answer = new TechnicalAnswer(text!, Enum.TryParse<Verdict>(verdict, out var said) && Enum.IsDefined(said) ? said : null); // not wrong: not null
        return await Settled(acting, await writes.WriteOnce(acting.Once(key, text, verdict), clock.Now, db => db.AnswerEscalation(escalationId, answer, acting.Me, clock.Now), ct), ct);
    }

    private static async Task<IResult> Withdraw(Id<Escalation> escalationId, [FromForm] string? key, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct) =>
        await Settled(acting, await writes.WriteOnce(acting.Once(key), clock.Now, db => db.WithdrawEscalation(escalationId, acting.Me, clock.Now), ct), ct);

    private static async Task<IResult> Settled(Acting acting, Result<QuestionSettled, QuestionRefusal> result, CancellationToken ct) =>
        result.Refused(out var why, out var settled) ? acting.Refuse(Explain(why, acting.T)) : await acting.Done(settled.CaseId, ct);

    /// <summary>A time of the house's clock as a form sends it; nothing when it is none.</summary>
    internal static DateTimeOffset? Local(string? written, HouseZone zone) =>
        DateTime.TryParseExact(written, ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall) && !zone.Zone.IsInvalidTime(wall)
            ? new DateTimeOffset(wall, zone.Zone.GetUtcOffset(wall)).ToUniversalTime() : null;

    private static string Explain(EscalateRefusal why, Tongue t) => why switch
    {
        EscalateRefusal.Unknown => t["この用件は見つかりません。", "This case is not here."],
        EscalateRefusal.WithAnotherDesk => t["いま受け持っている窓口だけがお願いできます。", "Only the desk that has the case can ask."],
        EscalateRefusal.Closed => t["終わった用件です。", "The case is closed."],
        EscalateRefusal.Pending => t["ほかの窓口への申し出かお願いが出ています。取り下げるか、お返事をお待ちください。", "It is on offer already, or a question is out. Withdraw that first, or wait for its answer."],
        EscalateRefusal.OwnDesk => t["すでにこの窓口にあります。", "The case is at this desk already."],
        EscalateRefusal.UnknownDesk or EscalateRefusal.NoTechnicalDesk => t["その窓口はありません。", "There is no such desk."],
        EscalateRefusal.NotAhead => t["これからの時刻にしてください。", "A time ahead is needed."],
    };

    private static string Explain(QuestionRefusal why, Tongue t) => why switch
    {
        QuestionRefusal.Unknown => t["このお願いは見つかりません。", "This question is not here."],
        QuestionRefusal.WithAnotherDesk => t["もう一方の窓口が行います。", "This is for the other desk."],
        QuestionRefusal.Answered => t["すでにお返事があります。", "It has been answered already."],
        QuestionRefusal.Withdrawn => t["このお願いは取り下げられたか、差し戻されました。", "It was withdrawn or returned."],
        QuestionRefusal.Accepted => t["相手の窓口が用件ごと引き受けています。お返事とともに戻ります。", "That desk has taken the case along; its answer brings it back."],
    };
}
