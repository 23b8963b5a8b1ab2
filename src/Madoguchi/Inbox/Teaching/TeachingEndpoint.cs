using Madoguchi.Articles;
using Madoguchi.Articles.Reviewing;
using Madoguchi.Cases;
using Madoguchi.Cases.Canned;
using Madoguchi.Cases.Translating;
using Madoguchi.Desks;
using Madoguchi.Inbox.Working;
using Madoguchi.Learning.Drafting;
using Madoguchi.Learning.Missing;
using Madoguchi.Learning.Practising;
using Madoguchi.Learning.Staling;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Inbox.Teaching;

/// <summary>What is learned from cases: the start page, what was looked for in vain, and a case made an article or a canned text.</summary>
public static class TeachingEndpoint
{
    private const int Lately = 5;

    public static void MapTeaching(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/learning", Start);
        desk.MapGet("/learning/missing", Missing);
        desk.MapPost("/learning/missing/dismissal", Dismiss);
        desk.MapGet("/cases/{caseId:id}/lesson", Lesson);
        desk.MapPost("/cases/{caseId:id}/lesson", Keep);
        desk.MapPractice();
    }

    private static async Task<RazorComponentResult<LearningPage>> Start(CurrentAgent me, Db db, TimeProvider clock, HttpContext http, CancellationToken ct) => new(new
    {
        T = Tongue.Asked(http), Token = http.FormToken(), Drafts = (IReadOnlyList<ArticleDraft>)[.. (await db.AllDrafts(ct)).Where(d => d.State is DraftState.Asked)], Stale = await db.StaleArticles(clock.Now, ct), Missing = await db.MissingSearches(ct),
        Practice = await db.Practice(me, ct), Lately = (IReadOnlyList<Article>)[.. (await db.ArticlesWith(null, ct)).Take(Lately)],
    });

    private static async Task<RazorComponentResult<MissingPage>> Missing(string? done, Db db, HttpContext http, CancellationToken ct)
    {
        var t = Tongue.Asked(http);
        return new(new { T = t, Token = http.FormToken(), Key = Id<HelpSearch>.New().ToString(), Missing = await db.MissingSearches(ct), Done = done is null ? null : t["一覧から外しました。また探されたら、数え直します。", "Off the list. Should it be searched again, it is counted anew."] });
    }

    private static async Task<IResult> Dismiss(Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (form, now) = (await acting.Http.Request.ReadFormAsync(ct), clock.Now);
        Id<HelpSearch>[] searches = [.. form["searches"].ToString().Split(',').Where(s => Id<HelpSearch>.TryParse(s, null, out _)).Select(s => Id<HelpSearch>.Parse(s, null))];
        await writes.Write(db => db.Dismiss(searches, acting.Me, now), ct);
        return acting.Go("/desk/learning/missing?done=1");
    }

    private static async Task<IResult> Lesson(Id<Case> caseId, CurrentAgent me, Db db, TranslationClient engine, HttpContext http, CancellationToken ct) =>
        (await db.PrepareDraft(caseId, me, ct)).Refused(out var why, out var draft) ? Refuse(why, http) : Page(caseId, await engine.InBoth(draft, ct), http);

    private static async Task<IResult> Keep(Id<Case> caseId, Acting acting, Db read, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if ((await read.PrepareDraft(caseId, acting.Me, ct)).Refused(out var why, out var prepared))
            return Refuse(why, acting.Http);
        var (form, now, t) = (await acting.Http.Request.ReadFormAsync(ct), clock.Now, acting.T);
        var written = new PreparedDraft(Of("slug"), new(Of("titleJa"), Of("titleEn")), new(Of("textJa"), Of("textEn")), new(Of("cannedJa"), Of("cannedEn")), Of("product"));
        if (form.Any(f => !PlainText.IsStorable(f.Value.ToString())))
            return Page(caseId, prepared, acting.Http, t["使えない文字があります。", "There are signs that cannot be kept."]);
        if (Of("act") == "canned")
            return await KeepCanned(caseId, written, acting, form["key"], writes, now, ct);
        var words = new ArticleWords(written.Title, written.Text, Of("public") == "true", written.Product);
        if (!ArticleWords.IsSlug(written.Slug) || words.Errors().Any())
            return Page(caseId, written, acting.Http, t["題と本文をどちらかの言葉で、短い名前を a–z、0–9、ハイフンで書いてください。", "A title and a text, in one language at least, and a short name of a–z, 0–9 and hyphens."]);
        if (await read.Article(written.Slug, ct) is not null)
            return Page(caseId, written, acting.Http, t["その名前の記事がもうあります。短い名前を変えてください。", "There is an article of that name already. Choose another short name."]);
        var result = await writes.Write(db => db.WriteDraft(written.Slug, words, acting.Me, "", Of("act") == "ask", caseId.Value, now), ct);
        return result.Refused(out _, out _) ? Page(caseId, written, acting.Http, t["その名前の下書きがもうあります。短い名前を変えてください。", "There is a draft of that name already. Choose another short name."])
            : acting.Go($"/settings/articles/{written.Slug}?saved=1");

        string Of(string field) => form[field].ToString().Trim();
    }

    // One text for each language that has words: canned texts speak one.
    private static async Task<IResult> KeepCanned(Id<Case> caseId, PreparedDraft written, Acting acting, string? key, Writes writes, DateTimeOffset now, CancellationToken ct)
    {
        var asked = new[] { Tongue.Japanese, Tongue.English }.Where(written.Canned.Speaks).Select(t => new NewCannedText(written.Title.In(t), written.Canned.In(t), t.Code, Personal: !acting.Me.SeesAll)).ToList();
        if (asked.Count == 0 || asked.Any(a => a.Errors().Any()))
            return Page(caseId, written, acting.Http, acting.T["定型文と題を書いてください。", "Write a title and the canned text."], asCanned: true);
        var result = await writes.WriteOnce<bool, CannedTextRefusal>(acting.Once(key, written.ToString()), now, async db =>
        {
            foreach (var one in asked)
            {
                if ((await db.MakeCannedText(one, acting.Me)).Refused(out var no, out _))
                    return no;
            }

            return true;
        }, ct);
        return result.Refused(out _, out _) ? Page(caseId, written, acting.Http, acting.T["定型文は、人として入ったときに作れます。", "Canned texts are made by people, not by keys."], asCanned: true) : acting.Go("/settings/canned?saved=1");
    }

    private static RazorComponentResult<LessonPage> Page(Id<Case> caseId, PreparedDraft draft, HttpContext http, string? refused = null, bool asCanned = false) =>
        new(new { T = Tongue.Asked(http), Token = http.FormToken(), Key = Id<Case>.New().ToString(), CaseId = caseId, Draft = draft, Refused = refused, AsCanned = asCanned })
        { StatusCode = refused is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity };

    private static IResult Refuse(LessonRefusal why, HttpContext http) => why is LessonRefusal.Unknown
        ? new RazorComponentResult<NotHerePage>(new { T = Tongue.Asked(http) }) { StatusCode = StatusCodes.Status404NotFound }
        : new RazorComponentResult<RefusedPage>(new { T = Tongue.Asked(http), Why = TeachingWords.Explain(why, Tongue.Asked(http)) }) { StatusCode = StatusCodes.Status409Conflict };
}
