using System.Text.RegularExpressions;
using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Rules;

/// <summary>Rules in plain words, without scripts.</summary>
public abstract partial class RulePagesTests(App app)
{
    private static readonly string[] Japanese = ["ja"];

    [Fact]
    public async Task A_rule_is_written_in_plain_words_tried_on_the_last_days_saved_and_edited()
    {
        using var admin = await app.SignedIn(await Administrator());
        var (product, (a, b), now) = (await ProductLog.Sent.Product(app), Ruled.NewTypes(), app.Clock.GetUtcNow());
        (await ProductLog.Sent.Tell(product, ProductLog.Sent.Event($"{a}1", a, "u1", now.AddHours(-2)), ProductLog.Sent.Event($"{a}2", a, "u2", now.AddHours(-2)), ProductLog.Sent.Event($"{b}2", b, "u2", now.AddHours(-2).AddMinutes(2)))).Was(200);

        var blank = (await admin.Open("/settings/rules/new")).Was(200);
        Assert.Contains($"<option value=\"{a}\">", blank.Text, StringComparison.Ordinal);
        var wrong = (await admin.Send("/settings/rules/new", new { name = "", kind = "followedBy", when = a, then = a, within = "x", unit = "minutes", key = "who", step = "save" })).Was(422).Text;
        Assert.All(["一行の名前を書いてください。", "Aと違う種類を書いてください。", "90日までの数で書いてください。", "data.account.id のように書いてください。"], words => Assert.Contains(words, wrong, StringComparison.Ordinal));
        object Filled(string within, string step, string version = "") => new { name = "登録 <のあと>", kind = "followedBy", when = a, then = b, within, unit = "minutes", key = "subject", step, version };
        Assert.Contains("broken for 2.", (await admin.Send("/settings/rules/new?lang=en", Filled("1", "try"))).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("broken for 1.", (await admin.Send("/settings/rules/new?lang=en", Filled("2.5", "try"))).Was(200).Text, StringComparison.Ordinal);
        (await admin.Send("/settings/rules/new", Filled("2.5", "save"))).Was(302);
        var list = (await admin.Open("/settings/rules?saved=1")).Was(200).Text;
        Assert.Contains("登録 &lt;のあと&gt;", list, StringComparison.Ordinal);
        var id = Link().Matches(list).Select(m => m.Groups[1].Value).First(one => list[list.IndexOf(one, StringComparison.Ordinal)..].Contains(a, StringComparison.Ordinal));
        Assert.Contains("value=\"150\"", (await admin.Open($"/settings/rules/{id}")).Was(200).Text, StringComparison.Ordinal); // two and a half minutes
        (await admin.Send($"/settings/rules/{id}", Filled("3", "save", "7"))).Was(422);
        (await admin.Send($"/settings/rules/{id}", Filled("3", "save", "1"))).Was(302);
        Assert.Equal("PT3M", (await app.Admin.Get($"/api/v1/rules/{id}")).Was(200)["within"]);
        (await admin.Send($"/settings/rules/{id}/retirement")).Was(302);
        Assert.Equal("True", (await app.Admin.Get($"/api/v1/rules/{id}")).Was(200)["retired"]);

        using var hana = await app.SignedIn((await app.Cast()).Hana);
        Assert.NotEqual(200, (int)(await hana.Open("/settings/rules")).Status);
        Assert.NotEqual(200, (int)(await hana.Send("/settings/rules/new", Filled("2", "save"))).Status);
    }

    [Fact]
    public async Task Everyone_hit_is_on_the_rules_page_and_is_told_from_there_after_a_second_look()
    {
        var cast = await app.Cast();
        using var sora = await app.SignedIn(cast.Sora);
        var rule = await Ruled.Make(app, "atMostOne");
        var theCase = await Opened.At(app, Cast.Account, "二重に登録されました。", "海野 はる");
        var (key, mail) = ($"acc-{Guid.NewGuid():N}", $"{Guid.NewGuid():N}@example.test");
        (await app.As(cast.Sora).Put($"/api/v1/customers/{theCase.Number}/keys/account", new { value = key })).Was(200);
        foreach (var who in new[] { key, mail, "nobody<b>" })
            await rule.Tell(rule.Event(rule.A, who), rule.Event(rule.A, who));
        await rule.Hits(key, mail, "nobody<b>");
        var (page, words) = ($"/desk/rules/{rule.Id}", new { ja = "ご登録が二重になっていました。こちらで直します。", en = "", deskSlug = Cast.Billing, remedy = "apology" });

        Assert.Contains("1 of 3", (await sora.Open($"/desk/cases/{theCase.Id}?lang=en")).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains(rule.Id, (await sora.Open("/desk/rules")).Was(200).Text, StringComparison.Ordinal);
        var seen = (await sora.Open(page)).Was(200).Text;
        Assert.Contains("海野 はる", seen, StringComparison.Ordinal);
        Assert.Contains("nobody&lt;b&gt;", seen, StringComparison.Ordinal);
        (await sora.Send(page + "/tellings", new { ja = " ", en = "", step = "look" })).Was(422);
        var looked = (await sora.Send(page + "/tellings?lang=en", new { words.ja, words.en, words.deskSlug, words.remedy, step = "look" })).Was(200).Text;
        Assert.Contains("1 in the case that they have about it", looked, StringComparison.Ordinal);
        Assert.Contains("1 in a new case, with a letter", looked, StringComparison.Ordinal);
        Assert.Contains("1 cannot be reached", looked, StringComparison.Ordinal);

        var sends = Enumerable.Range(0, 2).Select(_ => sora.Send(page + "/tellings", new { words.ja, words.en, words.deskSlug, words.remedy, step = "send", key = "one-click" })).ToList();
        Assert.All(await Task.WhenAll(sends), s => Assert.Equal(302, (int)s.Status));
        var telling = (await app.As(cast.Sora).Get(rule.Path + "/tellings")).Was(200).Json.GetProperty("tellings")[0].Text("tellingId");
        Assert.Contains("calling-off", (await sora.Open(page)).Was(200).Text, StringComparison.Ordinal);
        (await sora.Send($"{page}/tellings/{telling}/calling-off")).Was(302);
        (await sora.Send(page + "/tellings", new { words.ja, words.en, words.deskSlug, words.remedy, step = "send", key = "second-thought" })).Was(302);
        app.Clock.Advance(TimeSpan.FromSeconds(11));
        await Patience.Until(() => rule.Broken(), all => all.Count(b => b.GetProperty("told").GetBoolean()) == 2);

        var after = (await sora.Open($"{page}?lang=en&telling={(await app.As(cast.Sora).Get(rule.Path + "/tellings")).Was(200).Json.GetProperty("tellings")[0].Text("tellingId")}")).Was(200).Text;
        Assert.Contains("Told in their case", after, StringComparison.Ordinal);
        Assert.Contains("no address known", after, StringComparison.Ordinal);
        Assert.Contains("remedyGranted", await theCase.Kinds(theCase.Customer));
        using var hana = await app.SignedIn(cast.Hana);
        Assert.DoesNotContain("<textarea", (await hana.Open(page)).Was(200).Text, StringComparison.Ordinal);
        (await hana.Send(page + "/tellings", new { words.ja, words.en, words.deskSlug, words.remedy, step = "send" })).Was(422);
        using var mio = await app.SignedIn(cast.Mio);
        Assert.DoesNotContain("海野", (await mio.Open(page)).Was(200).Text, StringComparison.Ordinal);
        (await mio.Open($"/desk/rules/{Guid.NewGuid()}")).Was(404);
    }

    private async Task<Player> Administrator()
    {
        var name = $"A{Guid.NewGuid():N}";
        return new(name, (await app.Admin.Post("/api/v1/agents", new { name, email = $"{name.ToLowerInvariant()}@example.test", desks = Array.Empty<string>(), languages = Japanese, role = "administrator" })).Was(201)["agentId"], "");
    }

    [GeneratedRegex("href=\"/settings/rules/([0-9a-f-]{36})\"")]
    private static partial Regex Link();

    public sealed class OnSqlite(SqliteApp app) : RulePagesTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : RulePagesTests(app), IClassFixture<PostgresApp>;
}
