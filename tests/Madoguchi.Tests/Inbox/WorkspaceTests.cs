using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Inbox;

/// <summary>The agents' pages as plain forms, without scripts.</summary>
public abstract class WorkspaceTests(App app)
{
    [Fact]
    public async Task A_story_is_listed_opened_and_answered_without_scripts()
    {
        var (id, token) = await Tell("ログインできません。");
        using var hana = await app.SignedIn((await app.Cast()).Hana);

        Assert.Contains(id, (await hana.Open("/desk/new")).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("ログインできません。", (await hana.Open($"/desk/cases/{id}")).Was(200).Text, StringComparison.Ordinal);
        await Reply(hana, id, "いま確かめます。", "once");
        await Reply(hana, id, "いま確かめます。", "once");

        var entries = (await app.WithToken(token).Get($"/api/v1/cases/{id}/timeline")).Was(200).Json.GetProperty("entries").EnumerateArray().Where(e => e.GetProperty("kind").GetString() == "message");
        Assert.Equal(["ログインできません。", "いま確かめます。"], entries.Select(e => e.GetProperty("body").GetProperty("text").GetString()));
        Assert.Contains("いま確かめます。", (await hana.Open($"/desk/cases/{id}")).Was(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_is_seen_by_colleagues_and_never_by_the_customer()
    {
        var (id, token) = await Tell("音が出ません。");
        using var hana = await app.SignedIn((await app.Cast()).Hana);
        await hana.Open($"/desk/cases/{id}");

        (await hana.Send($"/desk/cases/{id}/notes", new { text = "同じ声が三件。", key = "n1" })).Was(302);

        Assert.Contains("同じ声が三件。", (await hana.Open($"/desk/cases/{id}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("同じ声が三件。", (await app.WithToken(token).Get($"/api/v1/cases/{id}/timeline")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?in=new")]
    [InlineData("/entries?before=5")]
    [InlineData("/handover")]
    [InlineData("/questions")]
    [InlineData("/solution")]
    [InlineData("/assignment")]
    [InlineData("/description")]
    [InlineData("/fact")]
    public async Task A_case_of_another_desk_is_not_here(string page)
    {
        var (id, _) = await Tell("返金について。");
        using var mio = await app.SignedIn((await app.Cast()).Mio);

        var refused = (await mio.Open($"/desk/cases/{id}{page}")).Was(404);

        Assert.DoesNotContain("返金", refused.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("messages")]
    [InlineData("notes")]
    [InlineData("handover")]
    [InlineData("questions")]
    [InlineData("solution")]
    [InlineData("assignment/mine")]
    [InlineData("draft")]
    public async Task A_form_without_its_token_does_nothing(string act)
    {
        var (id, token) = await Tell("届きません。");
        using var hana = await app.SignedIn((await app.Cast()).Hana);

        (await hana.SendWithout($"/desk/cases/{id}/{act}", new { text = "x", toDesk = "technical", reason = "x", fact = "model", outcome = "x", key = "k" })).Was(400);

        Assert.Single((await app.WithToken(token).Get($"/api/v1/cases/{id}/timeline")).Json.GetProperty("entries").EnumerateArray());
    }

    [Fact]
    public async Task A_case_is_offered_returned_offered_again_accepted_and_solved_without_scripts()
    {
        var cast = await app.Cast();
        var (id, token) = await Tell("アプリを開くと404と出ます。", facts: new { serialNumber = "SN-77-0001" });
        using var hana = await app.SignedIn(cast.Hana);
        using var ken = await app.SignedIn(cast.Ken);

        await Offer(hana, id, "技術の方で見てください。", "o1");
        var first = (await ken.Open($"/desk/cases/{id}")).Was(200).Text;
        Assert.Contains("SN-77-0001", first, StringComparison.Ordinal);
        (await ken.Send($"/desk/handovers/{Offered(first)}/return", new { reason = "OSの版が分かりません。", key = "r1" })).Was(302);
        Assert.Contains("OSの版が分かりません。", (await hana.Open($"/desk/cases/{id}")).Text, StringComparison.Ordinal);
        await Offer(hana, id, "OSは16.2です。", "o2");
        (await ken.Send($"/desk/handovers/{Offered((await ken.Open($"/desk/cases/{id}")).Text)}/acceptance", new { key = "a1" })).Was(302);
        (await ken.Send($"/desk/cases/{id}/solution", new { outcome = "再インストールで直りました。", key = "s1" })).Was(302);
        (await app.WithToken(token).Post($"/api/v1/cases/{id}/solution/answer", new { solved = true })).Was(200);

        Assert.Contains(id, (await ken.Open("/desk/done")).Was(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("技術の方で見てください。", (await app.WithToken(token).Get($"/api/v1/cases/{id}/timeline")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_known_fact_is_shown_instead_of_asked_and_asked_again_only_with_a_reason()
    {
        var (id, token) = await Tell("つながりません。", facts: new { serialNumber = "SN-88-0002" });
        using var hana = await app.SignedIn((await app.Cast()).Hana);

        Assert.Contains("SN-88-0002", (await hana.Open($"/desk/cases/{id}/questions")).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("SN-88-0002", (await hana.Send($"/desk/cases/{id}/questions", new { fact = "serialNumber", key = "q1" })).Was(409).Text, StringComparison.Ordinal);
        (await hana.Send($"/desk/cases/{id}/questions", new { fact = "serialNumber", because = "交換後の新しい機械かもしれません。", key = "q2" })).Was(302);

        Assert.DoesNotContain("交換後", (await app.WithToken(token).Get($"/api/v1/cases/{id}/timeline")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_read_out_opens_the_card_and_the_case_is_taken_over_with_a_reason()
    {
        var cast = await app.Cast();
        var (id, _) = await Tell("ログインできません、二度目です。");
        var number = (await app.As(cast.Hana).Get($"/api/v1/cases/{id}")).Was(200)["customerNumber"];
        using var mio = await app.SignedIn(cast.Mio);

        Assert.Contains("二度目です", (await mio.Send($"/desk/customers/{number.ToLowerInvariant()}")).Was(200).Text, StringComparison.Ordinal);
        (await mio.Send($"/desk/cases/{id}/takeover", new { reason = "お客様がこちらへお電話。", key = "t1" })).Was(302);

        Assert.Contains("二度目です", (await mio.Open($"/desk/cases/{id}")).Was(200).Text, StringComparison.Ordinal);
    }

    private static async Task Reply(Browser browser, string id, string text, string key)
    {
        await browser.Open($"/desk/cases/{id}");
        var answer = await browser.SendFiles($"/desk/cases/{id}/messages", ("text", text), ("key", key));
        answer.Was(302);
    }

    private static async Task Offer(Browser browser, string id, string reason, string key)
    {
        Assert.Contains("technical", (await browser.Open($"/desk/cases/{id}/handover")).Was(200).Text, StringComparison.Ordinal);
        (await browser.Send($"/desk/cases/{id}/handover", new { toDesk = Cast.Technical, reason, key })).Was(302);
    }

    private static string Offered(string page)
    {
        var at = page.IndexOf("/desk/handovers/", StringComparison.Ordinal) + "/desk/handovers/".Length;
        return page[at..(at + 36)];
    }

    private async Task<(string Id, string Token)> Tell(string text, object? facts = null)
    {
        await app.Cast();
        var told = (await app.Anonymous.Post("/api/v1/contacts", facts is null ? new { desk = Cast.Account, language = "ja", text } : new { desk = Cast.Account, language = "ja", text, facts })).Was(201);
        return (told["caseId"], told["token"]);
    }

    public sealed class OnSqlite(SqliteApp app) : WorkspaceTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : WorkspaceTests(app), IClassFixture<PostgresApp>;
}
