using System.Net;
using System.Text.RegularExpressions;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Chat;

/// <summary>The customer's pages as plain forms: no script, no stream.</summary>
public abstract partial class ContactPageTests(App app)
{
    private static readonly string[] Japanese = ["ja"];
    private static readonly string[] Shop = ["https://shop.example"];

    [Theory]
    [InlineData("ja", "どうされましたか", "送って、番号を受け取る")]
    [InlineData("en", "What happened?", "Send and get my number")]
    public async Task The_window_opens_in_both_languages(string language, string title, string button)
    {
        await app.Cast();
        var page = (await app.Anonymous.Get($"/?lang={language}")).Was(200);

        Assert.Contains($"<html lang=\"{language}\">", page.Text, StringComparison.Ordinal);
        Assert.Contains(title, page.Text, StringComparison.Ordinal);
        Assert.Contains(button, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_sent_as_a_plain_form_gets_a_page_with_a_number()
    {
        await app.Cast();
        var page = await Written.Story(app, "昨夜からアプリに「404」と出ます。");

        var text = (await page.Read()).Text;
        Assert.Matches("[0-9A-Z]{5}", Written.NumberOn(text));
        Assert.Contains("昨夜からアプリに「404」と出ます。", text, StringComparison.Ordinal);
        Assert.Contains("承りました", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_double_click_is_one_contact_and_an_edited_story_another()
    {
        await app.Cast();
        var form = new Dictionary<string, string> { ["key"] = "once_" + Guid.NewGuid(), ["text"] = "二度押しました" };

        var both = await Task.WhenAll(Written.Post(app.Anonymous, "/contact", form), Written.Post(app.Anonymous, "/contact", form));
        var edited = await Written.Post(app.Anonymous, "/contact", new(form) { ["text"] = "書き直しました" });

        Assert.Equal(both[0].Headers.Location, both[1].Headers.Location);
        Assert.NotEqual(both[0].Headers.Location, edited.Headers.Location);
    }

    [Fact]
    public async Task A_mistyped_number_stops_nobody()
    {
        await app.Cast();
        var sent = (await Written.Post(app.Anonymous, "/contact", new() { ["text"] = "番号を間違えました", ["number"] = "AAAAB", ["key"] = "k" + Guid.NewGuid() })).Was(303);

        var page = (await app.Anonymous.Get(sent.Headers.Location!.ToString())).Was(200); // a 303 names the place
        Assert.Contains("打ち間違い", page.Text, StringComparison.Ordinal);
        Assert.Contains("番号を間違えました", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_cannot_be_is_said_and_nothing_typed_is_lost()
    {
        await app.Cast();
        var answer = (await Written.Post(app.Anonymous, "/contact", new() { ["text"] = "この話は残ります", ["name"] = "山野 花子", ["reach"] = "あとで" })).Was(422);

        Assert.Contains("この話は残ります</textarea>", answer.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"山野 花子\"", answer.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"あとで\"", answer.Text, StringComparison.Ordinal);
        Assert.Contains("メールアドレスか電話番号", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_story_is_asked_for_kindly() =>
        Assert.Contains("ひとことでも", (await Empty()).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Every_page_is_strict_about_scripts_and_tells_nobody_its_address()
    {
        await app.Cast();
        foreach (var path in new[] { "/", "/contact?desk=account&lang=en", "/personal-data", (await Written.Story(app, "見出しの確かめ")).Path })
        {
            var page = (await app.Anonymous.Get(path)).Was(200);

            var policy = page.Headers.GetValues("Content-Security-Policy").Single();
            Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
            Assert.EndsWith("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Equal("no-referrer", page.Headers.GetValues("Referrer-Policy").Single());
            Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.DoesNotMatch(Inline(), page.Text);
        }
    }

    [Fact]
    public async Task Only_the_origins_that_a_desk_lists_may_frame_it()
    {
        await app.Cast();
        var slug = "shop" + Guid.NewGuid().ToString("N")[..6];
        (await app.Admin.Post("/api/v1/desks", new { slug, name = "店の窓口", languages = Japanese, origins = Shop })).Was(201);

        foreach (var path in new[] { $"/widget?desk={slug}", (await Written.Story(app, "枠の中から", slug)).Path })
            Assert.EndsWith("frame-ancestors https://shop.example", (await app.Anonymous.Get(path)).Was(200).Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("cross-origin", (await app.Anonymous.Get($"/widget.js?desk={slug}")).Was(200).Headers.GetValues("Cross-Origin-Resource-Policy").Single());
    }

    [Fact]
    public async Task What_a_page_names_is_there_and_may_be_kept_for_ever()
    {
        await app.Cast();
        var names = Assets().Matches((await app.Anonymous.Get("/")).Text).Select(m => m.Groups[1].Value).ToList();

        Assert.NotEmpty(names);
        foreach (var name in names)
            Assert.Contains("immutable", (await app.Anonymous.Get(name)).Was(200).Headers.CacheControl!.ToString(), StringComparison.Ordinal); // set for what has a version
    }

    private async Task<Answer> Empty()
    {
        await app.Cast();
        return (await Written.Post(app.Anonymous, "/contact", new() { ["text"] = " " })).Was(HttpStatusCode.UnprocessableEntity);
    }

    [GeneratedRegex(@"<script(?![^>]*\bsrc=)|\son\w+=""|\sstyle=""|<style")]
    private static partial Regex Inline();

    [GeneratedRegex("(?:href|src)=\"(/(?:css|js|img)/[^\"]+)\"")]
    private static partial Regex Assets();

    public sealed class OnSqlite(SqliteApp app) : ContactPageTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : ContactPageTests(app), IClassFixture<PostgresApp>;
}
