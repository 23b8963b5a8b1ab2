using Madoguchi.Cases.Denying;
using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Cases.Denying;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Inbox;

/// <summary>The reply that says no, on the page, as plain forms without scripts.</summary>
public abstract class HeldDenialTests(App app)
{
    private const string Denial = "登録がなければ特典はお渡しできません。";

    [Fact]
    public async Task It_waits_beside_its_words_with_one_way_to_look_and_goes_out_on_a_finding()
    {
        var (told, hana) = await Open("登録完了と表示されたのに、特典が届きません。");
        using var browser = hana;

        var page = (await Reply(hana, told, Denial)).Was(409).Text;
        Assert.Contains(Denial + "</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("まだ誰も確かめていません", page, StringComparison.Ordinal);
        Assert.Contains($"/desk/cases/{told.CaseId}/proof?at=", page, StringComparison.Ordinal);
        Assert.Contains($"/desk/cases/{told.CaseId}/escalation", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"article\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"finding\"", page, StringComparison.Ordinal);
        // Whoever goes and looks finds the words again.
        Assert.Contains(Denial + "</textarea>", (await hana.Open($"/desk/cases/{told.CaseId}")).Was(200).Text, StringComparison.Ordinal);

        var finding = await told.Finds(Verdict.Contradicted);
        Assert.Contains($"value=\"{finding}\"", (await Reply(hana, told, Denial)).Was(409).Text, StringComparison.Ordinal);
        (await Reply(hana, told, Denial, ("finding", finding))).Was(302);
        Assert.Equal(["message", "message", "heldForProof", "declined", "message"], await told.Kinds(app.Admin));
        Assert.Contains("調査結果に基づいてお断りしました", (await hana.Open($"/desk/cases/{told.CaseId}?lang=ja")).Was(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_or_a_reason_lets_it_go_and_the_tick_holds_what_nothing_recognises()
    {
        var (told, hana) = await Open();
        using var browser = hana;
        (await app.Admin.Put("/api/v1/articles/reward-terms", new { title = new { ja = "特典の条件", en = "Terms" }, text = "登録された方へ。" })).Was(200);

        Assert.Contains("特典の条件", (await Reply(hana, told, Denial)).Was(409).Text, StringComparison.Ordinal);
        (await Reply(hana, told, Denial, ("article", "reward-terms"))).Was(302);
        Assert.Contains("なぜお断りではないのか", (await Reply(hana, told, Denial, ("none", "yes"), ("key", "k2"))).Was(409).Text, StringComparison.Ordinal);
        (await Reply(hana, told, Denial, ("none", "yes"), ("because", "規約の引用"), ("key", "k2"))).Was(302);
        var ticked = (await Reply(hana, told, "どうぞよろしくお願いいたします。", ("declines", "yes"), ("key", "k3"))).Was(409).Text;
        Assert.Contains("お断りする文面ですが", ticked, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"none\"", ticked, StringComparison.Ordinal);

        Assert.Equal(["message", "heldForProof", "declined", "message", "heldForProof", "notADenial", "message", "heldForProof"], await told.Kinds(app.Admin));
    }

    [Fact]
    public async Task The_sheets_hold_it_too_and_typing_it_is_said_early()
    {
        var (told, hana) = await Open();
        using var browser = hana;

        var held = (await hana.Send($"/desk/cases/{told.CaseId}/follow-up?lang=en", new { text = Denial, key = "f" })).Was(409).Text;
        Assert.Contains("nobody has looked yet", held, StringComparison.Ordinal);
        Assert.Contains(Denial + "</textarea>", held, StringComparison.Ordinal);
        held = (await hana.Send($"/desk/cases/{told.CaseId}/solution?lang=en", new { outcome = Denial, key = "s" })).Was(409).Text;
        Assert.Contains("id=\"held-outcome\"", held, StringComparison.Ordinal);
        var finding = await told.Finds(Verdict.Contradicted);
        (await hana.Send($"/desk/cases/{told.CaseId}/follow-up", new { text = Denial, key = "f", finding })).Was(302);
        (await hana.Send($"/desk/cases/{told.CaseId}/solution", new { outcome = Denial, key = "s", finding })).Was(302);

        Assert.Contains("To send it, somebody must have looked", (await hana.Send($"/desk/cases/{told.CaseId}/hint?lang=en", new { text = Denial })).Was(200).Text, StringComparison.Ordinal);
    }

    private async Task<(Told Told, Browser Hana)> Open(string? says = null)
    {
        var (cast, told) = (await app.Cast(), await Told.Story(app));
        if (says is not null)
            await told.Say(says);
        var hana = await app.SignedIn(cast.Hana);
        await hana.Open($"/desk/cases/{told.CaseId}");
        return (told, hana);
    }

    private static Task<Answer> Reply(Browser hana, Told told, string text, params (string, string)[] more) =>
        hana.SendFiles($"/desk/cases/{told.CaseId}/messages?lang=ja", [("text", text), .. more.Any(m => m.Item1 == "key") ? Array.Empty<(string, string)>() : [("key", "k")], .. more]);

    public sealed class OnSqlite(SqliteApp app) : HeldDenialTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : HeldDenialTests(app), IClassFixture<PostgresApp>;
}
