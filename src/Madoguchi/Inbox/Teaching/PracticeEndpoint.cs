using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Inbox.Working;
using Madoguchi.Learning.Practising;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Teaching;

/// <summary>Practising on past cases by plain forms: one turn, one page.</summary>
public static class PracticeEndpoint
{
    public static void MapPractice(this IEndpointRouteBuilder desk)
    {
        desk.MapPost("/cases/{caseId:id}/practice", Pick);
        desk.MapGet("/learning/practice", List);
        desk.MapPost("/learning/practice/{practiceId:id}/runs", Begin);
        desk.MapPost("/learning/practice/{practiceId:id}/retirement", Retire);
        desk.MapGet("/learning/practice/runs/{runId:id}", (Id<PracticeRun> runId, CurrentAgent me, Db db, HttpContext http, CancellationToken ct) => Show(runId, null, me, db, http, ct));
        desk.MapPost("/learning/practice/runs/{runId:id}/answers", Answer);
        desk.MapPost("/learning/practice/runs/{runId:id}/notes", Note);
    }

    private static async Task<IResult> List(string? done, CurrentAgent me, Db db, HttpContext http, CancellationToken ct)
    {
        var t = Tongue.Asked(http);
        return new RazorComponentResult<PracticePage>(new
        {
            T = t, Token = http.FormToken(), Key = Id<PracticeRun>.New().ToString(), Me = me, List = await db.Practice(me, ct),
            Done = done is null ? null : t["練習の一覧に加えました。名前は消してあります。", "It is on the list to practise with. The names are gone."],
        });
    }

    private static async Task<IResult> Pick(Id<Case> caseId, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.Write(db => db.PickForPractice(caseId, acting.Me, now), ct);
        return result.Refused(out var why, out _) ? acting.Refuse(TeachingWords.Explain(why, acting.T), caseId) : acting.Go("/desk/learning/practice?done=1");
    }

    private static async Task<IResult> Begin(Id<PracticeCase> practiceId, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        return (await writes.Write(db => db.BeginPractice(practiceId, acting.Me, now), ct)).Refused(out _, out var run) ? acting.Go("/desk/learning/practice") : acting.Go($"/desk/learning/practice/runs/{run.RunId}");
    }

    private static async Task<IResult> Retire(Id<PracticeCase> practiceId, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        return (await writes.Write(db => db.RetirePractice(practiceId, acting.Me, now), ct)).Refused(out var why, out _) && why is PracticeRefusal.ForSupervisors
            ? acting.Refuse(TeachingWords.Explain(why, acting.T)) : acting.Go("/desk/learning/practice");
    }

    private static async Task<IResult> Answer(Id<PracticeRun> runId, Acting acting, Db read, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (form, now) = (await acting.Http.Request.ReadFormAsync(ct), clock.Now);
        var (text, turn) = (form["text"].ToString(), int.TryParse(form["turn"], System.Globalization.CultureInfo.InvariantCulture, out var asked) ? asked : (int?)null);
        if (WritingEndpoint.Wrong(text, acting.T, PracticeRun.LongestAnswer) is { } wrong)
            return await Show(runId, wrong, acting.Me, read, acting.Http, ct);
        await writes.Write(db => db.AnswerPractice(runId, text, turn, acting.Me, now), ct);
        return acting.Go($"/desk/learning/practice/runs/{runId}#{(turn is null ? "main" : $"t{turn}")}");
    }

    private static async Task<IResult> Note(Id<PracticeRun> runId, Acting acting, Writes writes, CancellationToken ct)
    {
        var form = await acting.Http.Request.ReadFormAsync(ct);
        var (notes, showTo) = (form["notes"].ToString(), form["showTo"].ToString());
        if (notes.Length <= PracticeRun.LongestAnswer && PlainText.IsStorable(notes))
            await writes.Write(db => db.NotePractice(runId, notes, showTo, acting.Me), ct);
        return acting.Go($"/desk/learning/practice/runs/{runId}");
    }

    private static async Task<IResult> Show(Id<PracticeRun> runId, string? refused, CurrentAgent me, Db db, HttpContext http, CancellationToken ct)
    {
        var t = Tongue.Asked(http);
        if (await db.PracticeRun(runId, me, ct) is not { } run)
            return new RazorComponentResult<NotHerePage>(new { T = t }) { StatusCode = StatusCodes.Status404NotFound };
        var mine = me.Id;
        var colleagues = run.Done && run.Mine ? await db.Agents.Where(a => a.Id != mine && a.LeftAt == null).OrderBy(a => a.Name).Select(a => new { a.Id, a.Name }).ToListAsync(ct) : [];
        return new RazorComponentResult<RunPage>(new
        {
            T = t, Token = http.FormToken(), Key = Id<PracticeRun>.New().ToString(), Run = run, Colleagues = (IReadOnlyList<(string, string)>)[.. colleagues.Select(c => (c.Id.ToString(), c.Name))], Refused = refused,
        })
        { StatusCode = refused is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity };
    }
}
