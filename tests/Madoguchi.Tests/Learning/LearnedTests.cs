using System.Net;
using Madoguchi.Cases;
using Madoguchi.Learning.Practising;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Learning;

/// <summary>A solved case becomes an article, a canned text, and practice for whoever is new; and nobody in it is known.</summary>
public abstract class LearnedTests(App app)
{
    [Fact]
    public async Task A_solved_case_becomes_a_draft_and_a_canned_text_without_names()
    {
        var cast = await app.Cast();
        var (theCase, ken) = (await Opened.At(app, Cast.Technical, "山野 太郎です。ルーターが再起動します。090-1234-5678 まで。"), app.As(cast.Ken));
        Assert.EndsWith("not-solved", (await ken.Get(theCase.Path + "/article-draft")).Was(409)["type"], StringComparison.Ordinal);
        await Solve(theCase, ken);

        var draft = (await ken.Get(theCase.Path + "/article-draft")).Was(200);
        var text = draft.Json.GetProperty("text").GetProperty("ja").GetString();
        Assert.Contains("前の版に戻すと直ります。", text, StringComparison.Ordinal);
        Assert.False(draft.Json.GetProperty("text").TryGetProperty("en", out var english) && english.ValueKind is not System.Text.Json.JsonValueKind.Null);
        Assert.All((string[])["山野", "太郎", "1234"], gone => Assert.DoesNotContain(gone, draft.Text, StringComparison.Ordinal));
        (await app.As(cast.Mio).Get(theCase.Path + "/article-draft")).Was(404);

        using var browser = await app.SignedIn(cast.Ken);
        Assert.Contains($"/desk/cases/{theCase.Id}/lesson", (await browser.Open($"/desk/cases/{theCase.Id}?lang=ja")).Was(200).Text, StringComparison.Ordinal);
        var page = (await browser.Open($"/desk/cases/{theCase.Id}/lesson?lang=ja")).Was(200).Text;
        Assert.DoesNotContain("山野", page, StringComparison.Ordinal);
        (await browser.Send($"/desk/cases/{theCase.Id}/lesson", new { act = "draft", slug = "No Slug", titleJa = "題", textJa = text })).Was(422);
        (await browser.Send($"/desk/cases/{theCase.Id}/lesson", new { act = "ask", slug = "from-a-case", titleJa = "再起動をくり返す", textJa = text, @public = "true", product = "R3" })).Was(302);
        Assert.Equal("asked", (await ken.Get("/api/v1/articles/from-a-case/draft")).Was(200)["state"]);
        for (var i = 0; i < 2; i++) // a double click
            (await browser.Send($"/desk/cases/{theCase.Id}/lesson", new { act = "canned", titleJa = "前の版に戻す", cannedJa = "前の版に戻すと直ります。", titleEn = "Go back", cannedEn = "Go back to the version before.", key = "same" })).Was(302);
        Assert.Equal(2, (await ken.Get("/api/v1/canned-texts")).Was(200).Json.GetProperty("cannedTexts").EnumerateArray().Count(c => c.GetProperty("title").GetString() is "前の版に戻す" or "Go back"));
    }

    [Fact]
    public async Task A_newcomer_answers_a_past_case_turn_by_turn_and_nobody_else_reads_it()
    {
        var cast = await app.Cast();
        var (theCase, ken, sora) = (await Opened.At(app, Cast.Technical, "ルーターが再起動します。"), app.As(cast.Ken), app.As(cast.Sora));
        (await theCase.Customer.Put(theCase.Path + "/facts/serialNumber", new { value = "SN-12345" })).Was(200);
        (await ken.Post(theCase.Path + "/notes", new { text = "社内の話" })).Was(201);
        await Solve(theCase, ken);
        var before = (await theCase.Kinds(app.Admin)).Length;
        (await ken.Post("/api/v1/practice", new { caseId = theCase.Id })).Was(403);
        var practice = (await sora.Post("/api/v1/practice", new { caseId = theCase.Id })).Was(201)["practiceId"];
        Assert.Equal(practice, (await sora.Post("/api/v1/practice", new { caseId = theCase.Id })).Was(201)["practiceId"]);

        using var newcomer = await app.SignedIn(cast.Robin);
        Assert.Contains(practice, (await newcomer.Open("/desk/learning/practice?lang=ja")).Was(200).Text, StringComparison.Ordinal);
        var run = (await newcomer.Send($"/desk/learning/practice/{practice}/runs")).Was(302).Headers.Location!.ToString(); // a 302 names the place
        var first = (await newcomer.Open(run + "?lang=ja")).Was(200).Text;
        Assert.Contains("ルーターが再起動します。", first, StringComparison.Ordinal);
        Assert.DoesNotContain("前の版に戻すと", first, StringComparison.Ordinal);
        (await newcomer.Send(run + "/answers", new { text = " ", turn = "0" })).Was(422);
        for (var i = 0; i < 2; i++) // a double click answers one turn
            (await newcomer.Send(run + "/answers", new { text = "シリアル番号を教えてください。", turn = "0" })).Was(302);
        var second = WebUtility.HtmlDecode((await newcomer.Open(run + "?lang=ja")).Was(200).Text);
        Assert.Contains("前の版に戻すと直ります。", second, StringComparison.Ordinal);
        Assert.Contains("もう伺っていることを尋ねています: シリアルナンバー", second, StringComparison.Ordinal);
        Assert.DoesNotContain("社内の話", second, StringComparison.Ordinal);
        Assert.DoesNotContain("SN-12345", second, StringComparison.Ordinal);
        (await newcomer.Send(run + "/answers", new { text = "よかったです。", turn = "1" })).Was(302);
        Assert.Contains("ふり返り", (await newcomer.Open(run + "?lang=ja")).Was(200).Text, StringComparison.Ordinal);

        var api = "/api/v1/practice/runs/" + run.Split('/')[^1];
        (await sora.Get(api)).Was(404);
        (await newcomer.Send(run + "/notes", new { notes = "先に事実を見る", showTo = cast.Sora.AgentId })).Was(302);
        Assert.Equal("先に事実を見る", (await sora.Get(api)).Was(200)["notes"]);
        (await ken.Get(api)).Was(404);
        (await app.As(cast.Robin).Post(api + "/answers", new { text = "もう一つ" })).Was(409);
        Assert.Equal(before, (await theCase.Kinds(app.Admin)).Length); // nothing of it was written into the case

        await Erase(theCase.Id);
        (await app.As(cast.Robin).Get(api)).Was(404);
    }

    [Fact]
    public async Task Short_cases_that_earned_thanks_are_offered_by_themselves()
    {
        var cast = await app.Cast();
        var ken = app.As(cast.Ken);
        var (thanked, shown, silent) = (await Opened.At(app, Cast.Technical), await Opened.At(app, Cast.Technical), await Opened.At(app, Cast.Technical));
        (await shown.Customer.PostFile(shown.Path + "/attachments", "a.txt", "words"u8.ToArray())).Was(201);
        foreach (var one in (Opened[])[thanked, shown, silent])
            await Solve(one, ken);
        foreach (var one in (Opened[])[thanked, shown])
            (await one.Customer.Post(one.Path + "/thanks", new { score = 5, text = "助かりました" })).Was(201);

        var offers = (await ken.Get("/api/v1/practice")).Was(200).Json.GetProperty("offers").EnumerateArray().Select(o => o.GetProperty("caseId").GetString()).ToList();
        Assert.Contains(thanked.Id, offers);
        Assert.DoesNotContain(shown.Id, offers);
        Assert.DoesNotContain(silent.Id, offers);
        (await ken.Post("/api/v1/practice", new { caseId = silent.Id })).Was(403);
        (await ken.Post("/api/v1/practice", new { caseId = thanked.Id })).Was(201);
        Assert.DoesNotContain(thanked.Id, (await app.As(cast.Mio).Get("/api/v1/practice")).Was(200).Json.GetProperty("offers").ToString(), StringComparison.Ordinal);
    }

    private static async Task Solve(Opened theCase, HttpClient agent)
    {
        (await agent.Post(theCase.Path + "/messages", new { text = "前の版に戻すと直ります。" })).Was(201);
        (await theCase.Customer.Post(theCase.Path + "/messages", new { text = "やってみます。" })).Was(201);
        (await agent.Post(theCase.Path + "/solution", new { outcome = "前の版に戻しました。" })).Was(200);
        (await theCase.Customer.Post(theCase.Path + "/solution/answer", new { solved = true })).Was(200);
    }

    // As erasing a case will: what was taken from it goes with it.
    private async Task Erase(string caseId)
    {
        var id = Id<Case>.Parse(caseId, null);
        await app.Services.GetRequiredService<Writes>().Write(db => db.PracticeCases.Where(p => p.CaseId == id).ExecuteDeleteAsync(CancellationToken.None), CancellationToken.None);
    }

    public sealed class OnSqlite(SqliteApp app) : LearnedTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : LearnedTests(app), IClassFixture<PostgresApp>;
}
