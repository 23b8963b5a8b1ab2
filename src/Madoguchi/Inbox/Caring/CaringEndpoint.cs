using Madoguchi.Care;
using Madoguchi.Care.Folding;
using Madoguchi.Care.Recording;
using Madoguchi.Care.Stepping;
using Madoguchi.Care.Supervising;
using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Inbox.Assigning;
using Madoguchi.Inbox.Working;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Caring;

public static class CaringEndpoint
{
    public static void MapCaring(this RouteGroupBuilder desk)
    {
        desk.AddEndpointFilter(OnlySupervisors);
        desk.MapGet("/care", List);
        desk.MapPost("/care/mine", Mine);
        desk.MapGet("/cases/{caseId:id}/care", Show);
        desk.MapPost("/cases/{caseId:id}/care", Take);
        desk.MapPost("/cases/{caseId:id}/care/back", Back);
        desk.MapGet("/cases/{caseId:id}/care/record", Record);
        desk.MapGet("/cases/{caseId:id}/care/{entry:int}", Unfold);
        desk.MapGet("/cases/{caseId:id}/care/{entry:int}/mark", Choose);
        desk.MapPost("/cases/{caseId:id}/care/{entry:int}/mark", Mark);
        desk.MapPost("/cases/{caseId:id}/supervisor", Wish);
        desk.MapPost("/cases/{caseId:id}/supervisor/withdrawal", Unwish);
    }

    private static async ValueTask<object?> OnlySupervisors(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!await OnlySupervisorsEndpoint.Holds(http) || await Acting.BindAsync(http) is not { } acting)
            return await next(context);
        return acting.Refuse(acting.T["この用件は責任者だけがお返事します。お書きになった文は、社内メモで責任者に渡してください。", "Only supervisors answer this case. Give your words to one of them in a note."]);
    }

    private static async Task<IResult> List(Sheets sheets, Db db, TimeProvider clock, CancellationToken ct) => sheets.Me.SeesAll
        ? new RazorComponentResult<CarePage>(new { sheets.T, (await db.CaredFor(clock.Now, ct)).Cases, Desks = await db.Desks.AsNoTracking().ToDictionaryAsync(d => d.Slug, ct), Administers = sheets.Me.IsAdministrator })
        : sheets.Refuse(StatusCodes.Status403Forbidden, sheets.T["この一覧は責任者のものです。", "This list is for supervisors."]);

    private static async Task<IResult> Show(Id<Case> caseId, Sheets sheets, Db db, TimeProvider clock, CancellationToken ct)
    {
        if (await sheets.Find(db, caseId, ct) is not { } theCase)
            return sheets.NotHere();
        var (desk, me, senior) = (theCase.DeskId, sheets.Me, AgentRole.Agent);
        var choices = new List<(CareStep Step, string Letter)>();
        foreach (var step in Stepping.Ahead(theCase.Care).Where(s => theCase.Prevents(s, me) is null))
            choices.Add((step, await db.LetterFor(step, theCase.Language, ct)));
        var colleagues = await db.Agents.AsNoTracking().Where(a => a.LeftAt == null && a.Id != me.Id && (a.Role != senior || a.Seats.Any(s => s.DeskId == desk))).OrderBy(a => a.Name).Select(a => new Colleague(a.Id, a.Name, a.Languages)).ToListAsync(ct);
        var last = await db.CareSteps.AsNoTracking().Where(s => s.CaseId == caseId && s.BackAt == null).OrderByDescending(s => s.At).FirstOrDefaultAsync(ct);
        return sheets.Show<CareSheet>(
            ("Case", theCase), ("View", await db.CareOf(theCase, clock.Now, ct)), ("Choices", choices), ("Colleagues", colleagues), ("MayGoBack", theCase.PreventsBack(last, me) is null),
            ("Unfolded", await db.IsUnfolded(me.Id, ct)), ("Supervises", me.SeesAll));
    }

    private static async Task<IResult> Take(
        Id<Case> caseId, [FromForm] string? step, [FromForm] string? because, [FromForm] string? second, [FromForm] string? letter, [FromForm] string? quiet, [FromForm] string? key, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (!Enum.TryParse<CareStep>(step, out var wanted) || !Enum.IsDefined(wanted))
            return acting.Refuse(acting.T["段階を選んでください。", "Choose a step."], caseId, StatusCodes.Status422UnprocessableEntity);
        if (WritingEndpoint.Wrong(because, acting.T, NewStep.LongestReason) is { } wrong)
            return acting.Refuse(wrong, caseId, StatusCodes.Status422UnprocessableEntity);
        var words = string.IsNullOrWhiteSpace(letter) ? null : letter;
        if (words is not null && WritingEndpoint.Wrong(words, acting.T) is { } wrongLetter)
            return acting.Refuse(wrongLetter, caseId, StatusCodes.Status422UnprocessableEntity);
        var asked = new NewStep(wanted, because!, Id<Agent>.TryParse(second, null, out var who) ? who : null, words, quiet is not "true"); // checked: not null
        return await acting.Show(caseId, await writes.WriteOnce(acting.Once(key, step, because, second, letter), clock.Now, db => db.TakeStep(caseId, asked, acting.Caller, clock.Now), ct), why => Explain(why, acting.T), ct);
    }

    private static async Task<IResult> Back(Id<Case> caseId, [FromForm] string? because, [FromForm] string? key, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct) =>
        WritingEndpoint.Wrong(because, acting.T, NewStep.LongestReason) is { } wrong ? acting.Refuse(wrong, caseId, StatusCodes.Status422UnprocessableEntity)
        : await acting.Show(caseId, await writes.WriteOnce(acting.Once(key, because), clock.Now, db => db.StepBack(caseId, because!, acting.Caller, clock.Now), ct), why => Explain(why, acting.T), ct); // checked: not null

    private static Task<IResult> Record(Id<Case> caseId, CurrentAgent me, CareRecords records, CancellationToken ct) => records.Of(caseId, me, ct);

    // Reading it is what is noted: a link, as for everything that is read.
    private static async Task<IResult> Unfold(Id<Case> caseId, int entry, Sheets sheets, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (await sheets.Find(db, caseId, ct) is null || await db.Entries.AsNoTracking().SingleOrDefaultAsync(e => e.CaseId == caseId && e.Number == entry && e.Withdrawn == null, ct) is not { } said || MarkingMapping.Words(said.What) is not { Length: > 0 } words)
            return sheets.NotHere();
        await writes.Write(work => work.LookedAt(caseId, entry, sheets.Me, clock.Now), ct);
        return sheets.Show<UnfoldedWords>(("CaseId", caseId), ("Words", words));
    }

    private static async Task<IResult> Choose(Id<Case> caseId, int entry, bool abusive, Sheets sheets, Db db, CancellationToken ct) =>
        await sheets.Find(db, caseId, ct) is null ? sheets.NotHere() : sheets.Show<MarkSheet>(("CaseId", caseId), ("Entry", entry), ("Abusive", abusive));

    private static async Task<IResult> Mark(Id<Case> caseId, int entry, [FromForm] string? abusive, [FromForm] string? because, [FromForm] string? key, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var said = string.IsNullOrWhiteSpace(because) ? null : because;
        if (said is not null && WritingEndpoint.Wrong(said, acting.T, Marking.LongestReason) is { } wrong)
            return acting.Refuse(wrong, caseId, StatusCodes.Status422UnprocessableEntity);
        var result = await writes.WriteOnce(acting.Once(key, abusive, said), clock.Now, db => db.MarkCare(caseId, entry, abusive is "true", said is null ? null : PlainText.Clean(said), acting.Caller, clock.Now), ct);
        return await acting.Show(caseId, result, why => why switch
        {
            MarkRefusal.Unknown => acting.T["この用件は見つかりません。", "This case is not here."],
            MarkRefusal.WithAnotherDesk => acting.T["印をつけられるのは、いま受け持っている窓口だけです。", "Only the desk that has the case marks words."],
            MarkRefusal.NothingSaid => acting.T["これはお客様のお言葉ではありません。", "These are no words of the customer."],
        }, ct);
    }

    private static async Task<IResult> Mine([FromForm] string? unfolded, [FromQuery(Name = "case")] string? at, Acting acting, Writes writes, CancellationToken ct)
    {
        await writes.Write(db => db.WishUnfolded(acting.Me.Id, unfolded is "true"), ct);
        return acting.Go(Id<Case>.TryParse(at, null, out var id) ? $"/desk/cases/{id}" : "/desk");
    }

    private static async Task<IResult> Wish(Id<Case> caseId, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct) =>
        await acting.Show(caseId, await writes.Write(db => db.WishSupervisor(caseId, acting.Caller, clock.Now), ct), why => Explain(why, acting.T), ct);

    private static async Task<IResult> Unwish(Id<Case> caseId, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct) =>
        await acting.Show(caseId, await writes.Write(db => db.UnwishSupervisor(caseId, acting.Caller, clock.Now), ct), why => Explain(why, acting.T), ct);

    private static string Explain(WishRefusal why, Tongue t) => why switch
    {
        WishRefusal.Unknown => t["この用件は見つかりません。", "This case is not here."],
        WishRefusal.WithAnotherDesk => t["お約束できるのは、いま受け持っている窓口だけです。", "Only the desk that has the case promises this."],
        WishRefusal.NothingWished => t["責任者とのお約束は、いまありません。", "No supervisor is waited for."],
    };

    private static string Explain(StepRefusal why, Tongue t) => why switch
    {
        StepRefusal.Unknown => t["この用件は見つかりません。", "This case is not here."],
        StepRefusal.WithAnotherDesk => t["段階を取れるのは、いま受け持っている窓口だけです。", "Only the desk that has the case takes a step."],
        StepRefusal.ForSupervisors => t["これは責任者が決めます。", "A supervisor decides this."],
        StepRefusal.NotAhead => t["この段階は、もう取ってあります。", "This step, or one beyond it, holds already."],
        StepRefusal.NoStep => t["戻せる段階はありません。", "No step holds that could be taken back."],
        StepRefusal.UnknownSecond => t["そばにつく人は、この窓口の同僚か責任者から選んでください。", "Choose a colleague of this desk, or a supervisor."],
        StepRefusal.NeedsApproval => t["あなたのお便りは承認を待つ設定です。責任者にお願いしてください。", "Your replies wait for approval: ask a supervisor."],
        StepRefusal.SendsAway => t["お客様を別の窓口へ向かわせる文面です。直してください。", "The letter sends the customer away: change its words."],
    };
}
