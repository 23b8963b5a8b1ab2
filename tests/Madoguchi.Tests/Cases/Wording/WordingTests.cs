using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Cases.Wording;

/// <summary>What a house edits holds at once, for everybody.</summary>
public abstract class WordingTests(App app)
{
    private static readonly string[] OwnPhrases = ["よその店(で|に)…どうぞ", "try elsewhere"];
    private static readonly string[] Broken = ["(a|b"];

    [Fact]
    public async Task An_edited_list_holds_and_the_built_in_one_comes_back()
    {
        var told = await Told.Story(app, desk: Cast.Technical);
        var ken = app.As((await app.Cast()).Ken);
        var list = await List("sendsAway", "ja");
        Assert.True(list.GetProperty("builtIn").GetBoolean());

        (await app.Admin.Put("/api/v1/wording/sendsAway/ja", new { phrases = OwnPhrases })).Was(200);

        Assert.Equal(OwnPhrases, (await List("sendsAway", "ja")).GetProperty("phrases").EnumerateArray().Select(p => p.GetString()));
        (await ken.Post($"{told.Case}/messages", new { text = "ﾖｿの店で聞いてドウゾ。" })).Was(409);
        (await ken.Post($"{told.Case}/messages", new { text = "販売店へお問い合わせください。" })).Was(201);
        (await app.Admin.Delete("/api/v1/wording/sendsAway/ja")).Was(200);
        (await ken.Post($"{told.Case}/messages", new { text = "販売店へお問い合わせください。" })).Was(409);
        (await ken.Post($"{told.Case}/messages", new { text = "よその店で、どうぞ。" })).Was(201);
    }

    [Fact]
    public async Task A_list_is_changed_by_who_saw_it_last()
    {
        await app.Cast();
        var seen = (await List("harmless", "en")).GetProperty("version").GetString();
        using var first = Request(seen);
        using var second = Request(seen);

        (await Answer.Of(await app.Admin.SendAsync(first, TestContext.Current.CancellationToken))).Was(200);
        (await Answer.Of(await app.Admin.SendAsync(second, TestContext.Current.CancellationToken))).Was(412);
        (await app.Admin.Delete("/api/v1/wording/harmless/en")).Was(200);

        static HttpRequestMessage Request(string? seen) => new(HttpMethod.Put, new Uri("/api/v1/wording/harmless/en", UriKind.Relative))
        {
            Headers = { { "If-Match", $"\"{seen}\"" } }, Content = System.Net.Http.Json.JsonContent.Create(new { phrases = OwnPhrases }),
        };
    }

    [Fact]
    public async Task What_is_no_phrase_or_no_list_is_refused()
    {
        var hana = app.As((await app.Cast()).Hana);

        Assert.Contains("/phrases/0", (await app.Admin.Put("/api/v1/wording/sighs/en", new { phrases = Broken })).Was(422).Text, StringComparison.Ordinal);
        (await app.Admin.Put("/api/v1/wording/sighs/fr", new { phrases = OwnPhrases })).Was(404);
        (await app.Admin.Put("/api/v1/wording/Sighs/en", new { phrases = OwnPhrases })).Was(404);
        (await app.Admin.Delete("/api/v1/wording/x/en")).Was(404);
        (await hana.Put("/api/v1/wording/sighs/en", new { phrases = OwnPhrases })).Was(403);
        (await hana.Get("/api/v1/wording")).Was(200);
        (await app.Admin.Put("/api/v1/desks/nowhere/glossary", new { terms = Array.Empty<object>() })).Was(404);
        (await app.Admin.Put($"/api/v1/desks/{Cast.Billing}/glossary", new { terms = new[] { new { term = "a", plain = "b" }, new { term = "a", plain = "c" } } })).Was(422);
        (await app.Admin.Put($"/api/v1/desks/{Cast.Billing}/glossary", new { terms = new[] { new { term = "", plain = "b" } } })).Was(422);
    }

    [Fact]
    public async Task A_draft_that_sighs_or_speaks_like_an_insider_gets_a_hint_and_is_sent_all_the_same()
    {
        var told = await Told.Story(app, desk: Cast.Technical);
        var ken = app.As((await app.Cast()).Ken);
        (await app.Admin.Put($"/api/v1/desks/{Cast.Technical}/glossary", new { terms = new[] { new { term = "DHCP", plain = "住所を自動で配るしくみ" }, new { term = "ファーム", plain = "本体の更新プログラム" } } })).Was(200);
        const string draft = "先ほども申し上げましたが、dhcpを入れてください。";

        var hints = (await ken.Post($"{told.Case}/hints", new { text = draft })).Was(200).Json.GetProperty("wording").EnumerateArray().ToList();

        Assert.Equal([("sighs", "先ほども申し上げましたが"), ("insidersWord", "dhcp")], hints.Select(h => (h.Text("kind"), h.Text("words"))));
        Assert.Equal("住所を自動で配るしくみ", hints[1].Text("plain"));
        Assert.Empty((await ken.Post($"{told.Case}/hints", new { text = "DHCP（住所を自動で配るしくみ）を入れてください。" })).Was(200).Json.GetProperty("wording").EnumerateArray());
        (await ken.Post($"{told.Case}/messages", new { text = draft })).Was(201);
        Assert.DoesNotContain("heldBack", await told.Kinds(ken));
    }

    private async Task<System.Text.Json.JsonElement> List(string kind, string language) =>
        (await app.Admin.Get("/api/v1/wording")).Was(200).Json.GetProperty("lists").EnumerateArray().Single(l => l.Text("kind") == kind && l.Text("language") == language);

    public sealed class OnSqlite(SqliteApp app) : WordingTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : WordingTests(app), IClassFixture<PostgresApp>;
}
