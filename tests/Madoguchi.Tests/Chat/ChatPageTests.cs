using System.Text;
using System.Text.RegularExpressions;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Chat;

/// <summary>The page behind a customer's own link: plain forms in, pages out.</summary>
public abstract partial class ChatPageTests(App app)
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    [Fact]
    public async Task Words_are_said_by_a_plain_form_once_each()
    {
        var page = await Told("最初の話");
        var form = new Dictionary<string, string> { ["text"] = "二行の\n追伸です", ["key"] = "k" + Guid.NewGuid() };

        (await page.Send("messages", form)).Was(303);
        var again = (await page.Send("messages", form)).Was(303);

        Assert.Equal(page.Path, again.Headers.Location!.ToString()); // a 303 names the place
        Assert.Single(Occurrences((await page.Read()).Text, "二行の&#xA;追伸です</p>"));
    }

    [Fact]
    public async Task Words_and_pictures_go_together_and_are_shown_from_the_visitors_own_address()
    {
        var page = await Told("写真を添えます");

        (await page.Send("messages", new() { ["text"] = "画面です", ["key"] = "k" }, ("画面.png", Png), ("記録.txt", Encoding.UTF8.GetBytes("log")))).Was(303);

        var text = (await page.Read()).Text;
        var picture = Picture().Match(text).Groups[1].Value;
        Assert.StartsWith(page.Path + "/files/", picture, StringComparison.Ordinal);
        Assert.Contains("image/png", (await app.Anonymous.Get(picture)).Was(200).ContentHeaders.ContentType!.ToString(), StringComparison.Ordinal); // it has one
        Assert.Contains("記録.txt", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/c/<>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_write_stays_text()
    {
        var page = await Told("<script>alert(1)</script> \u202Eevil\u202C http://a.test/x\"onmouseover=\"y /c/<>/files");

        var text = (await page.Read()).Text;
        Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("onmouseover=\"y", text, StringComparison.Ordinal);
        Assert.Contains("/c/&lt;&gt;/files", text, StringComparison.Ordinal);
        Assert.Contains("dir=\"auto\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_house_keeps_to_itself_is_not_on_the_page()
    {
        var (page, cast) = (await Told("中の話は見えません"), await app.Cast());
        var path = $"/api/v1/cases/{await page.CaseId()}";

        (await app.As(cast.Hana).Post(path + "/notes", new { text = "社内だけのメモ" })).Was(201);
        (await app.As(cast.Hana).Post(path + "/messages", new { text = "お返事です" })).Was(201);

        var text = (await page.Read()).Text;
        Assert.Contains("お返事です", text, StringComparison.Ordinal);
        Assert.DoesNotContain("社内だけのメモ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("承りました", text, StringComparison.Ordinal);
        Assert.DoesNotContain("社内だけのメモ", (await app.Anonymous.Get(page.Path + "/transcript")).Was(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proposed_solution_is_answered_by_one_tap()
    {
        var (page, cast) = (await Told("解決まで"), await app.Cast());
        var path = $"/api/v1/cases/{await page.CaseId()}";
        (await app.As(cast.Hana).Post(path + "/solution", new { outcome = "入れ直したら直りました" })).Was(200);
        Assert.Contains("これで解決しましたか", (await page.Read()).Text, StringComparison.Ordinal);

        (await page.Send("solution", new() { ["solved"] = "false" })).Was(303);
        Assert.DoesNotContain("これで解決しましたか", (await page.Read()).Text, StringComparison.Ordinal);
        (await app.As(cast.Hana).Post(path + "/solution", new { outcome = "こんどこそ" })).Was(200);
        (await page.Send("solution", new() { ["solved"] = "true" })).Was(303);
        (await page.Send("solution", new() { ["solved"] = "true" })).Was(303);

        Assert.Contains("この用件は解決済みです", (await page.Read()).Text, StringComparison.Ordinal);
        Assert.Equal("solved", (await app.As(cast.Hana).Get(path)).Was(200)["status"]);
    }

    [Fact]
    public async Task Half_typed_text_is_there_on_another_device_until_it_is_sent()
    {
        var page = await Told("下書きの話");

        (await page.Send("draft", new() { ["text"] = "書きかけの" })).Was(204);
        Assert.Contains("書きかけの</textarea>", (await page.Read()).Text, StringComparison.Ordinal);

        (await page.Say("書きかけの文を送りました")).Was(303);
        Assert.DoesNotContain("書きかけの</textarea>", (await page.Read()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_waits_with_its_help_until_it_is_told_or_promised()
    {
        var (page, cast) = (await Told("問いの話"), await app.Cast());
        var path = $"/api/v1/cases/{await page.CaseId()}";
        (await app.As(cast.Hana).Post(path + "/questions", new { fact = "serialNumber" })).Was(201);
        (await app.As(cast.Hana).Post(path + "/questions", new { fact = "osVersion" })).Was(201);
        Assert.Equal(2, Occurrences((await page.Read()).Text, "name=\"value\"").Count);

        (await page.Send("facts/serialNumber", new() { ["value"] = "SN-77-0001" })).Was(303);
        (await page.Send("facts/osVersion", new() { ["later"] = "true" })).Was(303);

        var text = (await page.Read()).Text;
        Assert.Contains("伺いました: シリアルナンバー SN-77-0001", text, StringComparison.Ordinal);
        Assert.Single(Occurrences(text, "name=\"value\""));
        Assert.Contains("あとでかまいません", text, StringComparison.Ordinal);
        Assert.Contains("SN-77-0001", (await app.As(cast.Hana).Get(path + "/facts")).Was(200).Text, StringComparison.Ordinal);
        (await page.Send("facts/osVersion", new() { ["value"] = "16.2" })).Was(303);
        Assert.Empty(Occurrences((await page.Read()).Text, "name=\"value\""));
    }

    [Fact]
    public async Task Another_language_is_told_first_and_waiting_for_ones_own_is_one_tap()
    {
        var (page, cast) = (await Told("言葉が変わる話"), await app.Cast());
        var path = $"/api/v1/cases/{await page.CaseId()}";
        (await app.As(cast.Hana).Post(path + "/handovers", new { toDesk = Cast.TechnicalEn, reason = "英語の担当が詳しい" })).Was(201);

        var text = (await page.Read()).Text;
        Assert.Contains("このあと、英語の担当に代わります", text, StringComparison.Ordinal);
        Assert.Contains("日本語の担当を待つ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("英語の担当が詳しい", text, StringComparison.Ordinal);
        (await page.Send("language", new() { ["handover"] = Handover().Match(text).Groups[1].Value, ["wait"] = "true" })).Was(303);

        text = (await page.Read()).Text;
        Assert.DoesNotContain("日本語の担当を待つ<", text, StringComparison.Ordinal);
        Assert.Contains("ご自分の言葉の担当を待つ、と伺いました", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_speaks_the_language_of_the_case_unless_asked_otherwise()
    {
        var page = await Told("言葉の話");

        Assert.Contains("<html lang=\"ja\">", (await page.Read()).Text, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", (await app.Anonymous.Get(page.Path + "?lang=en")).Was(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_link_says_kindly_what_to_do()
    {
        await app.Cast();
        var page = (await app.Anonymous.Get("/c/mt_nobody-was-given-this?lang=ja")).Was(404);

        Assert.Contains("窓口に書く", page.Text, StringComparison.Ordinal);
        (await app.Anonymous.Get("/c/mt_nobody-was-given-this/stream")).Was(404);
        (await app.Anonymous.Get("/c/mt_nobody-was-given-this/qr.svg")).Was(404);
        (await Written.Post(app.Anonymous, "/c/mt_nobody-was-given-this/messages", new() { ["text"] = "だれもいない" })).Was(404);
    }

    [Fact]
    public async Task Nobody_on_the_way_keeps_the_page_or_its_code()
    {
        var page = await Told("控えの話");

        Assert.True((await page.Read()).Headers.CacheControl!.NoStore); // set for every page of this room
        var code = (await app.Anonymous.Get(page.Path + "/qr.svg")).Was(200);
        Assert.True(code.Headers.CacheControl!.NoStore);
        Assert.StartsWith("<svg", code.Text.TrimStart(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text", "\0")]
    [InlineData("text", "\uFFFE")]
    public async Task Hostile_words_are_refused_in_words(string field, string value)
    {
        var page = await Told("いやがらせの話");

        var answer = (await page.Send("messages", new() { [field] = value })).Was(422);

        Assert.Contains("送れませんでした", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_without_end_is_refused_and_given_back()
    {
        var page = await Told("長い話");
        var text = new string('あ', 20_001);

        Assert.Contains(text, (await page.Say(text)).Was(422).Text, StringComparison.Ordinal);
    }

    private async Task<Written> Told(string story)
    {
        await app.Cast();
        return await Written.Story(app, story, Cast.Account);
    }

    private static MatchCollection Occurrences(string text, string what) => Regex.Matches(text, Regex.Escape(what));

    [GeneratedRegex("name=\"handover\" value=\"([^\"]+)\"")]
    private static partial Regex Handover();

    [GeneratedRegex("<img src=\"([^\"]+/files/[^\"]+)\"")]
    private static partial Regex Picture();

    public sealed class OnSqlite(SqliteApp app) : ChatPageTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : ChatPageTests(app), IClassFixture<PostgresApp>;
}
