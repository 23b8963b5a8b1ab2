using System.Net;
using System.Text.RegularExpressions;
using Madoguchi.Guides;
using Madoguchi.Guides.Walking;
using Madoguchi.Storage;
using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Chat;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Guides.Walking;

/// <summary>Pages of a guide being walked, as plain forms: in a case, and before the first word to us.</summary>
public abstract class TryingTests(App app)
{
    [Fact]
    public async Task What_was_tried_before_writing_comes_along_into_the_case_and_is_learned_once()
    {
        await app.Cast();
        var slug = await Told404.In(app);
        Assert.Contains($"/guides/{slug}?lang=ja", (await app.Anonymous.Get($"/guides?lang=ja&q={slug}")).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("まだ試されていません、2分", (await app.Anonymous.Get($"/guides/{slug}?lang=ja")).Was(200).Text, StringComparison.Ordinal);
        var page = (await Written.Post(app.Anonymous, $"/guides/{slug}?lang=ja", [])).Was(200);
        page = await Step(slug, page, new() { ["do"] = "answer", ["way"] = "restart", ["step"] = "0", ["answer"] = "failed" });
        Assert.Contains("ダウンロードは消えます", page.Text, StringComparison.Ordinal);
        Assert.Empty(await Learned(slug));

        var form = (await Written.Post(app.Anonymous, "/contact/tried?lang=ja", new() { ["tried"] = Sealed(page) })).Was(200);
        for (var story = 0; story < 2; story++) // another story from the same walk: told again, not learned again
        {
            var sent = (await Written.Post(app.Anonymous, "/contact?lang=ja", new() { ["text"] = "まだ404です", ["tried"] = Sealed(form, "tried"), ["key"] = $"once_{Guid.NewGuid()}" })).Was(303);
            var theCase = await new Written(app, sent.Headers.Location!.ToString()).CaseId(); // a 303 names the place
            Assert.Contains("開き直す(変わらず)", (await app.Admin.Get($"/api/v1/cases/{theCase}/facts")).Was(200).Text, StringComparison.Ordinal);
        }

        Assert.Equal([("restart", false)], await Learned(slug));
    }

    [Fact]
    public async Task A_seal_of_nobody_brings_nothing_and_stops_no_story()
    {
        await app.Cast();
        var sent = (await Written.Post(app.Anonymous, "/contact?lang=ja", new() { ["text"] = "こんにちは", ["tried"] = "CfDJ8-made-up", ["key"] = $"once_{Guid.NewGuid()}" })).Was(303);
        var theCase = await new Written(app, sent.Headers.Location!.ToString()).CaseId(); // a 303 names the place
        Assert.DoesNotContain("tried", (await app.Admin.Get($"/api/v1/cases/{theCase}/facts")).Was(200).Text, StringComparison.Ordinal);
        (await app.Anonymous.Get("/guides/nowhere")).Was(404);
        (await Written.Post(app.Anonymous, "/guides/nowhere", [])).Was(404);
    }

    [Fact]
    public async Task The_step_is_answered_by_a_plain_form_and_the_next_desk_reads_what_was_tried_in_its_language()
    {
        var slug = await Told404.In(app);
        var (theCase, ken) = (await Opened.At(app, Cast.Technical), app.As((await app.Cast()).Ken));
        var walk = (await ken.Post(theCase.Path + "/walks", new { guide = slug })).Was(201)["walkId"];
        var page = new Written(app, $"/c/{theCase.Token}");
        Assert.Contains("閉じます。", (await page.Read()).Text, StringComparison.Ordinal);

        (await page.Send("walk", new() { ["do"] = "answer", ["walk"] = walk, ["way"] = "restart", ["step"] = "0", ["answer"] = "unclear", ["words"] = "どこを押すのですか" })).Was(HttpStatusCode.SeeOther);
        (await page.Send("walk", new() { ["do"] = "answer", ["walk"] = walk, ["way"] = "restart", ["step"] = "0", ["answer"] = "failed" })).Was(HttpStatusCode.SeeOther);
        Assert.Contains("ダウンロードは消えます", (await page.Read()).Text, StringComparison.Ordinal);
        (await page.Send("walk", new() { ["do"] = "agree", ["walk"] = walk, ["way"] = "reinstall", ["step"] = "0" })).Was(HttpStatusCode.SeeOther);
        (await page.Send("walk", new() { ["do"] = "leap", ["walk"] = walk, ["way"] = "reinstall", ["step"] = "0" })).Was(422);

        var offer = (await ken.Post(theCase.Path + "/handovers", new { toDesk = Cast.TechnicalEn, reason = "404" })).Was(201);
        Assert.Equal("Restart (no change)", offer.Json.GetProperty("brief").GetProperty("tried")[0].GetProperty("said").GetProperty("en").GetString());
        using var robin = app.As((await app.Cast()).Robin);
        (await robin.Post($"/api/v1/handovers/{offer["handoverId"]}/acceptance")).Was(200);
        (await ken.Post($"/api/v1/walks/{walk}/result", new { way = "reinstall", solved = true })).Was(403);
        Assert.Equal("solved", (await robin.Post($"/api/v1/walks/{walk}/result", new { way = "reinstall", solved = true })).Was(200)["state"]);

        var unclear = Assert.Single(await Unclear(slug));
        Assert.Equal(("restart", 0, 1, 2, "どこを押すのですか"), (unclear.Way, unclear.Step, unclear.Times, unclear.Answers, unclear.Words.Single().Text));
    }

    private async Task<Answer> Step(string slug, Answer page, Dictionary<string, string> said)
    {
        said["walk"] = Sealed(page);
        return (await Written.Post(app.Anonymous, $"/guides/{slug}?lang=ja", said)).Was(200);
    }

    private static string Sealed(Answer page, string name = "walk") => WebUtility.HtmlDecode(Regex.Match(page.Text, $"name=\"{name}\" value=\"([^\"]+)\"").Groups[1].Value);

    private async Task<IReadOnlyList<(string, bool)>> Learned(string slug) => await Read(async db =>
    {
        var guide = await db.Guides.Where(g => g.Slug == slug).Select(g => g.Id).SingleAsync(CancellationToken.None);
        return (IReadOnlyList<(string, bool)>)[.. (await db.WayOutcomes.Where(o => o.GuideId == guide).ToListAsync(CancellationToken.None)).Select(o => (o.Way, o.Solved))];
    });

    private Task<IReadOnlyList<UnclearStep>> Unclear(string slug) => Read(async db =>
        await db.UnclearSteps(await db.Guides.Where(g => g.Slug == slug).Select(g => g.Id).SingleAsync(CancellationToken.None), CancellationToken.None));

    private async Task<T> Read<T>(Func<Db, Task<T>> look)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await look(db);
    }

    public sealed class OnSqlite(SqliteApp app) : TryingTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : TryingTests(app), IClassFixture<PostgresApp>;
}
