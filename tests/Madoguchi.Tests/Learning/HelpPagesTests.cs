using System.Net;
using System.Text.RegularExpressions;
using Madoguchi.Tests.Chat;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Learning;

/// <summary>The public help centre: what is found, what is missing, and what comes along to us.</summary>
public abstract partial class HelpPagesTests(App app)
{
    [Fact]
    public async Task What_was_searched_and_read_comes_along_and_what_did_not_help_is_counted()
    {
        var cast = await app.Cast();
        (await app.Admin.Put("/api/v1/articles/router-restarts", new { title = new { ja = "ルーターの再起動", en = "The router restarts" }, text = new { ja = "電源を抜きます。", en = "Unplug it." }, @public = true, product = "R3" })).Was(200);
        (await app.Admin.Put("/api/v1/articles/inside-only", new { title = new { ja = "社内の再起動" }, text = new { ja = "社外秘" } })).Was(200);
        var anybody = app.Anonymous;

        var found = (await anybody.Get("/help?lang=ja&q=るーたー 再起動")).Was(200);
        Assert.Contains("/help/router-restarts?lang=ja", found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("inside-only", found.Text + (await anybody.Get("/help")).Was(200).Text + (await anybody.Get("/api/v1/help?q=再起動")).Was(200).Text, StringComparison.Ordinal);
        (await anybody.Get("/help/inside-only")).Was(404);
        Assert.Equal("router-restarts", (await anybody.Get("/api/v1/help?q=unplug&lang=en")).Was(200).Json.GetProperty("articles")[0].GetProperty("slug").GetString());

        var typed = (await Written.Post(anybody, "/help/titles?lang=ja", new() { ["q"] = "さいきどう" })).Was(200).Text;
        Assert.Contains("/contact?lang=ja&amp;searched=", typed, StringComparison.Ordinal); // a spelling that nobody knows leads to a person
        typed = (await Written.Post(anybody, "/help/titles?lang=ja", new() { ["q"] = "再起" })).Was(200).Text;
        Assert.Contains("/help/router-restarts?lang=ja", typed, StringComparison.Ordinal);
        Assert.Contains("<mark>再起</mark>", typed, StringComparison.Ordinal);
        var page = (await anybody.Get("/help/router-restarts?lang=ja&q=るーたー 再起動")).Was(200);
        Assert.Contains("電源を抜きます。", page.Text, StringComparison.Ordinal);
        for (var i = 0; i < 2; i++) // the same page twice counts once
            (await Written.Post(anybody, "/help/router-restarts/answer?lang=ja", new() { ["view"] = Seal(page), ["helped"] = "no", ["q"] = "るーたー 再起動" })).Was(302);
        (await Written.Post(anybody, "/help/router-restarts/answer?lang=ja", new() { ["view"] = "made up", ["helped"] = "no" })).Was(302);

        var form = (await anybody.Get("/contact?lang=ja&searched=るーたー 再起動&read=router-restarts,nowhere")).Was(200);
        Assert.Contains("探されたことは、一緒に伝わります", form.Text, StringComparison.Ordinal);
        var looked = (await Written.Post(anybody, "/contact/look?lang=ja", new() { ["text"] = "ルーターが何度も再起動します", ["searched"] = "るーたー 再起動", ["read"] = "router-restarts" })).Was(200);
        Assert.Contains("/help/router-restarts", looked.Text, StringComparison.Ordinal);
        Assert.Contains("ルーターが何度も再起動します</textarea>", looked.Text, StringComparison.Ordinal);
        Assert.Contains("hidden", (await Written.Post(anybody, "/help/suggestions", new() { ["text"] = "こんにちは" })).Was(200).Text, StringComparison.Ordinal);
        var sent = (await Written.Post(anybody, "/contact?lang=ja", new() { ["text"] = "まだ直りません", ["searched"] = "るーたー 再起動", ["read"] = "router-restarts,nowhere", ["key"] = $"once_{Guid.NewGuid()}" })).Was(303);
        var theCase = await new Written(app, sent.Headers.Location!.ToString()).CaseId(); // a 303 names the place
        var facts = (await app.Admin.Get($"/api/v1/cases/{theCase}/facts")).Was(200).Json.GetProperty("facts").EnumerateArray().ToDictionary(f => f.GetProperty("key").GetString()!, f => f.GetProperty("value").GetString()); // every fact has one
        Assert.Equal(("るーたー 再起動", "ルーターの再起動"), (facts["searched"], facts["readBefore"]));

        var hana = app.As(cast.Hana);
        var missing = (await hana.Get("/api/v1/help-searches")).Was(200).Json.GetProperty("searches").EnumerateArray().Single(s => s.GetProperty("words").GetString() == "るーたー 再起動");
        Assert.Equal((0, 2), (missing.GetProperty("notFound").GetInt32(), missing.GetProperty("inVain").GetInt32()));
        (await Written.Post(anybody, "/help/router-restarts/answer?lang=ja", new() { ["view"] = Seal((await anybody.Get("/help/router-restarts?lang=ja")).Was(200)), ["helped"] = "no" })).Was(302);
        var stale = (await hana.Get("/api/v1/stale-articles")).Was(200).Json.GetProperty("articles").EnumerateArray().Single(a => a.GetProperty("article").GetProperty("slug").GetString() == "router-restarts");
        Assert.Equal("didNotHelp", stale.GetProperty("why")[0].GetProperty("why").GetString());
    }

    [Fact]
    public async Task What_is_not_found_is_a_list_to_write_from_without_anybody_in_it()
    {
        var cast = await app.Cast();
        var anybody = app.Anonymous;
        foreach (var words in (string[])["解約したい", "解約したい", "解約する方法", "yamada@example.jp に届かない 冷蔵庫", "掃除機がうるさい"])
            (await anybody.Get($"/help?lang=ja&q={Uri.EscapeDataString(words)}")).Was(200);
        using var prefetch = new HttpRequestMessage(HttpMethod.Get, "/help?lang=ja&q=先読み") { Headers = { { "Sec-Purpose", "prefetch" } } };
        (await Answer.Of(await anybody.SendAsync(prefetch, TestContext.Current.CancellationToken))).Was(200);

        using var hana = await app.SignedIn(cast.Hana);
        var page = (await hana.Open("/desk/learning/missing?lang=ja")).Was(200).Text;
        Assert.Contains("見つからなかった 3回", page, StringComparison.Ordinal);
        Assert.DoesNotContain("さいきどう", page, StringComparison.Ordinal); // what is typed and not searched is not kept
        Assert.Contains("解約する方法", page, StringComparison.Ordinal);
        Assert.DoesNotContain("example.jp", page, StringComparison.Ordinal);
        Assert.DoesNotContain("先読み", page, StringComparison.Ordinal);
        Assert.Contains("value=\"解約したい\"", WebUtility.HtmlDecode((await hana.Open("/settings/articles/new?lang=ja&title=解約したい")).Was(200).Text), StringComparison.Ordinal);
        (await hana.Open("/desk/learning?lang=ja")).Was(200);

        (await app.Admin.Put("/api/v1/articles/leaving", new { title = new { ja = "解約の方法" }, text = new { ja = "解約したいときは、こちらから。" }, @public = true })).Was(200);
        Assert.DoesNotContain("解約したい", (await hana.Open("/desk/learning/missing?lang=ja")).Was(200).Text, StringComparison.Ordinal);
        (await hana.Send("/desk/learning/missing/dismissal", new { searches = await Of("冷蔵庫"), key = "k" })).Was(302);
        (await hana.Send("/settings/articles/new", new { act = "draft", titleJa = "掃除機の音", textJa = "袋を替えます。", answers = await Of("掃除機") })).Was(302); // without a short name: one is made
        page = (await hana.Open("/desk/learning/missing?lang=ja")).Was(200).Text;
        Assert.DoesNotContain("冷蔵庫", page, StringComparison.Ordinal);
        Assert.DoesNotContain("掃除機", page, StringComparison.Ordinal);

        async Task<string> Of(string words) => string.Join(',', (await app.As(cast.Hana).Get("/api/v1/help-searches")).Was(200).Json.GetProperty("searches").EnumerateArray()
            .Single(s => s.GetProperty("words").GetString()!.Contains(words, StringComparison.Ordinal)).GetProperty("searches").EnumerateArray().Select(s => s.GetString())); // every one has words
    }

    [Fact]
    public async Task What_is_written_in_an_article_runs_nothing_and_leads_nowhere_it_should_not()
    {
        await app.Cast();
        const string evil = """
            ## <img src=x onerror=alert(1)>

            <script>alert(1)</script> [a](javascript:alert(2)) [b](JaVaScRiPt&colon;alert(3)) [c](data:text/html;base64,PHNjcmlwdD4=) <javascript:alert(4)> ![d](javascript:alert(5)) [e](vbscript:x) [f]( "onclick=alert(6)")

            > <iframe src=//evil.example></iframe>

            - [ok](https://example.test/a"onmouseover="alert(7)) **<b onclick=alert(8)>x</b>**

                <script>alert(9)</script>

            [ref]: javascript:alert(10)
            [g][ref]
            """;
        (await app.Admin.Put("/api/v1/articles/evil", new { title = new { ja = "<script>alert(0)</script>\"'><svg onload=alert(0)>", en = "x" }, text = new { ja = evil, en = evil }, @public = true, product = "<i>p</i>" })).Was(200);

        foreach (var path in (string[])["/help/evil?lang=ja&q=<script>", "/help?lang=ja&q=script", "/help?lang=en", "/help/evil?lang=en&said=<b>"])
        {
            var page = (await app.Anonymous.Get(path)).Was(200).Text;
            Assert.DoesNotMatch(Unsafe(), page);
            Assert.All(Links().Matches(page).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)), to => Assert.True(to.StartsWith('/') || to.StartsWith("https://example.test", StringComparison.Ordinal) || to == "#main", to));
        }

        Assert.DoesNotMatch(Unsafe(), (await Written.Post(app.Anonymous, "/help/suggestions?lang=ja", new() { ["text"] = "script alert onload" })).Was(200).Text);
        (await app.Anonymous.Get("/help/%3Cscript%3E")).Was(404);
        (await app.Anonymous.Get("/api/v1/help?q=" + new string('x', 201))).Was(422);
    }

    private static string Seal(Answer page) => WebUtility.HtmlDecode(Sealed().Match(page.Text).Groups[1].Value);

    [GeneratedRegex("name=\"view\" value=\"([^\"]+)\"")]
    private static partial Regex Sealed();

    // A script of anybody's but the frame's, a handler, a frame, a picture from elsewhere.
    [GeneratedRegex(@"<script(?![^>]*src=""/)|<[^>]*\son\w+\s*=|<iframe|<img|<svg onload|<b onclick", RegexOptions.IgnoreCase)]
    private static partial Regex Unsafe();

    [GeneratedRegex("<a [^>]*href=\"([^\"]*)\"")]
    private static partial Regex Links();

    public sealed class OnSqlite(SqliteApp app) : HelpPagesTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : HelpPagesTests(app), IClassFixture<PostgresApp>;
}
