using System.Text.RegularExpressions;
using Madoguchi.Setup.Authoring;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Guides;

public abstract partial class AuthoringTests(App app)
{
    private static readonly byte[] Dot = Convert.FromBase64String("R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=");

    [Fact]
    public async Task A_supervisor_writes_a_guide_and_what_is_wrong_is_said_with_its_line_and_nothing_typed_is_lost()
    {
        using var sora = await Supervisor();
        var slug = $"print-{Guid.NewGuid():N}";
        Assert.Contains("minutes: 1", (await sora.Open("/settings/guides/new")).Was(200).Text, StringComparison.Ordinal);

        var refused = (await sora.Send("/settings/guides/new", new { slug, markdown = Written("印刷できない").Replace("minutes: 2", "minutes: soon", StringComparison.Ordinal) })).Was(422).Text;
        Assert.Contains("5行目", refused, StringComparison.Ordinal);
        Assert.Contains("minutes: soon", refused, StringComparison.Ordinal);
        (await sora.Send("/settings/guides/new", new { slug, markdown = Written("印刷できない") })).Was(302);
        (await sora.Send("/settings/guides/new", new { slug, markdown = Written("二度目") })).Was(422);

        Assert.Contains("印刷できない", (await sora.Open("/settings/guides")).Was(200).Text, StringComparison.Ordinal);
        Assert.Equal("restart", (await app.Admin.Get($"/api/v1/guides/{slug}")).Was(200).Json.GetProperty("ways")[0].GetProperty("slug").GetString());
        var part = (await sora.Send($"/settings/guides/{slug}/look", new { part = "true", markdown = Written("<b>紙</b>づまり") })).Was(200).Text;
        Assert.StartsWith("<div id=\"preview\"", part, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;紙&lt;/b&gt;づまり", part, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_write_at_once_see_the_difference_and_an_old_version_comes_back_as_a_new_one()
    {
        using var sora = await Supervisor();
        var slug = $"both-{Guid.NewGuid():N}";
        var at = $"/settings/guides/{slug}";
        (await sora.Send("/settings/guides/new", new { slug, markdown = Written("はじめ") })).Was(302);
        (await sora.Send(at, new { version = "1", markdown = Written("ひとりめ") })).Was(302);

        var conflict = System.Net.WebUtility.HtmlDecode((await sora.Send(at, new { version = "1", markdown = Written("ふたりめ") })).Was(409).Text);
        Assert.Contains("- title: ひとりめ", conflict, StringComparison.Ordinal);
        Assert.Contains("+ title: ふたりめ", conflict, StringComparison.Ordinal);
        Assert.Equal("2", Version().Match(conflict).Groups[1].Value);
        (await sora.Send(at, new { version = "2", markdown = Written("ふたりめ") })).Was(302);

        Assert.Contains("- title: はじめ", (await sora.Open($"{at}/versions/2")).Was(200).Text, StringComparison.Ordinal);
        (await sora.Send($"{at}/versions/1/again", new { version = "3" })).Was(302);
        var versions = (await app.Admin.Get($"/api/v1/guides/{slug}/versions")).Was(200).Json.GetProperty("versions");
        Assert.Equal((4, 1, "Sora"), (versions[0].GetProperty("version").GetInt32(), versions[0].GetProperty("restores").GetInt32(), versions[0].GetProperty("by").GetString()));
        Assert.Contains("title: はじめ", (await app.Admin.Get($"/api/v1/guides/{slug}/versions/4")).Was(200)["markdown"], StringComparison.Ordinal);

        (await sora.Send($"{at}/aside")).Was(302);
        Assert.True((await app.Admin.Get($"/api/v1/guides/{slug}")).Was(200).Json.GetProperty("retired").GetBoolean());
    }

    [Fact]
    public async Task A_picture_is_kept_for_a_step_and_shown_to_everybody()
    {
        var address = (await app.Admin.PostFile("/api/v1/guides/pictures", "a.gif", Dot)).Was(201)["address"];
        var slug = $"picture-{Guid.NewGuid():N}";
        using var sora = await Supervisor();

        (await sora.Send("/settings/guides/new", new { slug, markdown = Written("画像", $"\n   ![ボタン]({address})") })).Was(302);
        (await sora.Send("/settings/guides/new", new { slug = slug + "x", markdown = Written("画像", $"\n   ![ボタン](/guides/pictures/{Guid.CreateVersion7()})") })).Was(422);

        Assert.Contains($"<img class=\"step-picture\" src=\"{address}\" alt=\"ボタン\"", (await sora.Open($"/settings/guides/{slug}")).Was(200).Text, StringComparison.Ordinal);
        Assert.Equal("image/gif", (await app.Anonymous.Get(address)).Was(200).ContentHeaders.ContentType!.MediaType);
        (await app.Admin.PostFile("/api/v1/guides/pictures", "a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray())).Was(422);
    }

    [Fact]
    public async Task An_agent_reads_guides_and_does_not_change_them()
    {
        var slug = $"read-{Guid.NewGuid():N}";
        using var sora = await Supervisor();
        (await sora.Send("/settings/guides/new", new { slug, markdown = Written("読むだけ") })).Was(302);
        using var hana = await app.SignedIn((await app.Cast()).Hana);

        var page = (await hana.Open($"/settings/guides/{slug}")).Was(200).Text;
        Assert.Contains("読むだけ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", page, StringComparison.Ordinal);
        Assert.Equal("/settings/guides", (await hana.Send($"/settings/guides/{slug}", new { version = "1", markdown = Written("書く") })).Was(302).Headers.Location!.ToString());
        Assert.Equal(1, (await app.Admin.Get($"/api/v1/guides/{slug}")).Was(200).Json.GetProperty("version").GetInt32());
    }

    private async Task<Browser> Supervisor()
    {
        var browser = await app.SignedIn((await app.Cast()).Sora);
        await browser.Open("/settings/guides");
        return browser;
    }

    private static string Written(string title, string more = "") => $$"""
        ---
        title: {{title}}
        ways:
          restart:
            {title: 入れ直す, minutes: 2}
        ---
        # restart
        ## ja
        1. 切って入れます。
        {{more}}
        """;

    [GeneratedRegex("name=\"version\" value=\"(\\d+)\"")]
    private static partial Regex Version();

    public sealed class OnSqlite(SqliteApp app) : AuthoringTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : AuthoringTests(app), IClassFixture<PostgresApp>;
}

public sealed class LineDiffTests
{
    [Fact]
    public void What_is_in_one_text_only_is_marked()
    {
        Assert.Equal([(' ', "a"), ('-', "b"), ('+', "x"), (' ', "c")], LineDiff.Of("a\nb\nc", "a\r\nx\nc\n").Select(l => (l.Sign, l.Text)));
        Assert.Equal([('+', "a")], LineDiff.Of("", "a").Select(l => (l.Sign, l.Text)));
        Assert.Empty(LineDiff.Of("", ""));
    }
}
