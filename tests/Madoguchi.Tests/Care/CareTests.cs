using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Madoguchi.Care;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Handovers;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Care;

/// <summary>Who answers is looked after: hard words are folded, steps protect, supervisors come; and no customer is ever told of a verdict.</summary>
public abstract class CareTests(App app)
{
    private const string Insult = "この無能ども、死ね。返金してください。注文番号は4471です。";
    private static readonly string[] Never = ["無能", "死ね"];
    private static readonly string[] Wrong = ["12 flibberty"];
    private static readonly string[] Spoken = ["ja"];
    private static readonly string[] Tried = ["4 gobbledy"];
    private static readonly string[] Right = ["4 (you|u)…flibberty"];

    [Fact]
    public async Task Hard_words_are_folded_everywhere_for_colleagues_and_nowhere_for_the_customer()
    {
        var stage = await Stage.Told(app, new { text = Insult, desk = Cast.Account, name = "山野 花子" });
        var at = $"/api/v1/cases/{stage.CaseId}";
        using var hana = await app.SignedIn(stage.Cast.Hana);

        var page = (await hana.Open($"/desk/cases/{stage.CaseId}?in=new")).Was(200).Text;
        Assert.Contains("強い言葉を含む文をたたみました(1文)", page, StringComparison.Ordinal);
        Assert.Contains("注文番号は4471です。", page, StringComparison.Ordinal);
        foreach (var text in new[]
        {
            page, (await hana.Open("/desk/new")).Was(200).Text, (await hana.Open($"/desk/cases/{stage.CaseId}/handover")).Was(200).Text, (await hana.Open($"/desk/cases/{stage.CaseId}/proof")).Was(200).Text,
            (await stage.Hana.Get("/api/v1/cases")).Was(200).Text, (await hana.Open($"/desk/find?q={Uri.EscapeDataString("4471")}")).Was(200).Text, (await hana.Open("/desk/cases/" + stage.CaseId + "?lang=en")).Was(200).Text,
        })
            Assert.DoesNotContain(Never, w => text.Contains(w, StringComparison.Ordinal));

        // Unfolding is one click, and counted.
        Assert.Contains("死ね", (await hana.Open($"/desk/cases/{stage.CaseId}/care/1")).Was(200).Text, StringComparison.Ordinal);
        var care = (await stage.Hana.Get(at + "/care")).Was(200).Json;
        Assert.Equal("Hana", care.GetProperty("unfolded")[0].GetProperty("agent").GetString());
        Assert.Equal("folded", care.GetProperty("marks")[0].GetProperty("verdict").GetString());

        // Who wishes to read all of it does; the other way round, too.
        (await stage.Hana.Put("/api/v1/me/care", new { unfolded = true })).Was(200);
        Assert.Contains("死ね", (await hana.Open($"/desk/cases/{stage.CaseId}")).Was(200).Text, StringComparison.Ordinal);
        (await stage.Hana.Put("/api/v1/me/care", new { unfolded = false })).Was(200);

        await using (var scope = app.Services.CreateAsyncScope())
        {
            var (db, me) = (scope.ServiceProvider.GetRequiredService<Db>(), Id<Agent>.Parse(stage.Cast.Hana.AgentId, null));
            Assert.DoesNotContain(await db.HardCases(me, app.Clock.GetUtcNow().AddHours(-1), TestContext.Current.CancellationToken), h => h.CaseId.ToString() == stage.CaseId);
            (await stage.Hana.Post(at + "/messages", new { text = "すぐに返金の手続きをいたします。" })).Was(201);
            Assert.Contains(await db.HardCases(me, app.Clock.GetUtcNow().AddHours(-1), TestContext.Current.CancellationToken), h => h.CaseId.ToString() == stage.CaseId && h.Weight >= 6);
        }

        // The customer reads their own words as they wrote them, and no verdict.
        (await stage.Hana.Post(at + "/care-marks", new { abusive = false, because = "落ち着かれました" })).Was(201);
        Assert.Contains("死ね", (await hana.Open($"/desk/cases/{stage.CaseId}")).Was(200).Text, StringComparison.Ordinal);
        (await stage.Hana.Post(at + "/care-marks", new { abusive = true })).Was(201);
        foreach (var path in new[] { at, at + "/timeline", at + "/transcript" })
        {
            var text = (await stage.Customer.Get(path)).Was(200).Text;
            Assert.DoesNotContain("care", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("たたみ", text, StringComparison.Ordinal);
        }

        (await stage.Customer.Get(at + "/care")).Was(404);
        (await stage.Customer.Post(at + "/care-marks", new { abusive = true })).Was(404);
        Assert.DoesNotContain("careMarked", await stage.Kinds(stage.Customer));
        Assert.Equal(2, (await stage.Kinds(stage.Hana)).Count(k => k == "careMarked"));
    }

    [Fact]
    public async Task A_justified_outburst_is_shown_with_its_reason_and_still_asked_how_it_was()
    {
        var stage = await Stage.Told(app);
        var at = $"/api/v1/cases/{stage.CaseId}";
        (await stage.Hana.Post(at + "/questions", new { fact = "model", because = "読み落としました" })).Was(201);
        (await stage.Customer.Post(at + "/messages", new { text = "ふざけるな、伝えたはずだ。いい加減にしろ。" })).Was(201);
        using var hana = await app.SignedIn(stage.Cast.Hana);

        var page = (await hana.Open($"/desk/cases/{stage.CaseId}")).Was(200).Text;

        Assert.Contains("いい加減にしろ", page, StringComparison.Ordinal);
        Assert.Contains("お怒りには理由があります", page, StringComparison.Ordinal);
        Assert.Contains("伺い済みのことを1回お尋ねした", page, StringComparison.Ordinal);
        Assert.Equal("heard", (await stage.Hana.Get(at + "/care")).Was(200).Json.GetProperty("marks")[0].GetProperty("verdict").GetString());
        // With an insult to the person it is folded all the same, and what went wrong stands beside.
        (await stage.Customer.Post(at + "/messages", new { text = "お前は本当に無能だな。いつ直るんですか?" })).Was(201);
        page = (await hana.Open($"/desk/cases/{stage.CaseId}")).Was(200).Text;
        Assert.DoesNotContain("無能", page, StringComparison.Ordinal);
        Assert.Contains("その前に、こちらで起きていたこと", page, StringComparison.Ordinal);
        // Whoever is angry is asked like anybody else.
        (await stage.Hana.Post(at + "/solution", new { outcome = "直しました" })).Was(200);
        (await stage.Customer.Post(at + "/solution/answer", new { solved = true })).Was(200);
        var thanked = (await stage.Customer.Post(at + "/thanks", new { score = 2, text = "この無能ども。返金はまだですか。" })).Was(201).Json.GetProperty("entry").GetInt32();
        // What they say afterwards is folded like any word, and unfolding it is counted.
        using var sora = await app.SignedIn(stage.Cast.Sora);
        foreach (var read in new[] { "/desk/thanks", $"/desk/cases/{stage.CaseId}" })
        {
            page = (await sora.Open(read)).Was(200).Text;
            Assert.DoesNotContain("無能", page, StringComparison.Ordinal);
            Assert.Contains("返金はまだですか。", page, StringComparison.Ordinal);
        }

        var opened = (await stage.Sora.Get(at + "/care")).Was(200).Json.GetProperty("marks").EnumerateArray().Single(m => m.GetProperty("request").GetString() == "返金はまだですか。").GetProperty("entry").GetInt32();
        Assert.InRange(opened, 1, thanked);
        Assert.Contains("無能", (await sora.Open($"/desk/cases/{stage.CaseId}/care/{opened}")).Was(200).Text, StringComparison.Ordinal);
        Assert.Equal("Sora", (await stage.Sora.Get(at + "/care")).Was(200).Json.GetProperty("unfolded")[0].GetProperty("agent").GetString());
        (await stage.Hana.Post(at + "/care-marks", new { abusive = false, entry = opened })).Was(201);
        Assert.Contains("無能", (await sora.Open("/desk/thanks")).Was(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_steps_go_from_a_calm_notice_to_a_letter_and_back_and_all_of_it_is_kept()
    {
        var stage = await Stage.Told(app, new { text = Insult, desk = Cast.Account });
        var at = $"/api/v1/cases/{stage.CaseId}";
        (await stage.Ken.Post(at + "/care-steps", new { step = "notice", because = "暴言" })).Was(404);
        (await stage.Hana.Post(at + "/care-steps", new { step = "nowhere", because = "暴言" })).Was(422);
        (await stage.Hana.Post(at + "/care-steps", new { step = "notice", because = "暴言" })).Was(201);
        Assert.Contains("これからもこの窓口で承ります", (await stage.Customer.Get(at + "/timeline")).Was(200).Text, StringComparison.Ordinal);
        (await stage.Hana.Post(at + "/care-steps", new { step = "twoPersons", because = "続いています", second = stage.Cast.Sora.AgentId, tell = false })).Was(201);
        Assert.Single(await stage.NoticesOf(stage.Sora, "careBeside"));
        (await stage.Hana.Post(at + "/care-steps", new { step = "supervisorOnly", because = "続いています" })).Was(403);
        (await stage.Sora.Post(at + "/care-steps", new { step = "supervisorOnly", because = "続いています" })).Was(201);

        // Others read and note; what they would answer goes through a supervisor.
        Assert.EndsWith(":for-supervisors", (await stage.Hana.Post(at + "/messages", new { text = "お待たせしました。" })).Was(409)["type"], StringComparison.Ordinal);
        (await stage.Hana.Post(at + "/solution", new { outcome = "直りました" })).Was(409);
        (await stage.Hana.Post(at + "/notes", new { text = "返金の額は確かめました" })).Was(201);
        using var hana = await app.SignedIn(stage.Cast.Hana);
        (await hana.Send($"/desk/cases/{stage.CaseId}/messages", new { text = "お待たせしました。", key = "k1" })).Was(409);
        Assert.Contains("責任者だけが対応", (await hana.Open($"/desk/cases/{stage.CaseId}")).Was(200).Text, StringComparison.Ordinal);
        (await stage.Sora.Post(at + "/messages", new { text = "責任者の空です。" })).Was(201);

        (await stage.Sora.Post(at + "/care-steps", new { step = "ended", because = "お願いが届きません" })).Was(201);
        (await stage.Customer.Post(at + "/messages", new { text = "まだ話があります。" })).Was(201);
        Assert.Single(await stage.NoticesOf(stage.Sora, "careReview"));
        Assert.DoesNotContain(stage.CaseId, (await hana.Open("/desk/new")).Was(200).Text, StringComparison.Ordinal);
        (await stage.Hana.Post(at + "/messages", new { text = "承ります。" })).Was(409);
        var record = await Record(stage);
        (await stage.Sora.Post(at + "/care-steps/back", new { because = "お客様からのお申し出" })).Was(200);
        (await stage.Hana.Post(at + "/messages", new { text = "承ります。" })).Was(409); // only supervisors, as before
        (await stage.Sora.Post(at + "/care-steps/back", new { because = "落ち着かれました" })).Was(200);
        (await stage.Hana.Post(at + "/messages", new { text = "承ります。" })).Was(201);
        (await app.Anonymous.Post("/api/v1/contacts", new { text = "別の用件です。", desk = Cast.Account })).Was(201);

        Assert.Equal(4, record.GetProperty("steps").GetArrayLength());
        Assert.DoesNotContain("careStep", await stage.Kinds(stage.Customer));
        using var sora = await app.SignedIn(stage.Cast.Sora);
        Assert.Contains(stage.CaseId, (await sora.Open("/desk/care")).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("二人で対応", (await sora.Open($"/desk/cases/{stage.CaseId}/care")).Was(200).Text, StringComparison.Ordinal);
        (await hana.Open("/desk/care")).Was(403);
        (await stage.Hana.Get(at + "/care/record")).Was(403);
    }

    [Fact]
    public async Task A_supervisor_is_one_tap_away_and_the_promise_is_watched_and_kept()
    {
        var stage = await Stage.Told(app);
        var at = $"/api/v1/cases/{stage.CaseId}/supervisor";
        var made = (await stage.Customer.Post(at)).Was(201).Json;
        Assert.Equal(made.GetProperty("entry").GetInt32(), (await stage.Customer.Post(at)).Was(201).Json.GetProperty("entry").GetInt32()); // tapped twice
        Assert.InRange(made.GetProperty("by").GetDateTimeOffset() - app.Clock.GetUtcNow(), TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(60));
        Assert.Single(await stage.NoticesOf(stage.Sora, "supervisorWished"));
        (await stage.Customer.Delete(at)).Was(204);
        (await stage.Customer.Post(at)).Was(201);
        (await stage.Hana.Post($"/api/v1/cases/{stage.CaseId}/messages", new { text = "責任者に伝えました。" })).Was(201);

        app.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Single(await stage.NoticesOf(stage.Sora, "supervisorLate"));
        Assert.True((await stage.Hana.Get($"/api/v1/cases/{stage.CaseId}/care")).Was(200).Json.GetProperty("supervisor").GetProperty("late").GetBoolean());
        (await stage.Sora.Post($"/api/v1/cases/{stage.CaseId}/messages", new { text = "責任者の空です。お待たせしました。" })).Was(201);
        var kinds = await Patience.Until(() => stage.Kinds(stage.Customer), k => k.Contains("supervisorCame"));
        Assert.DoesNotContain("supervisorLate", kinds);
        Assert.Equal(2, kinds.Count(k => k == "supervisorWished"));
        Assert.Equal("Sora", (await stage.Hana.Get($"/api/v1/cases/{stage.CaseId}/care")).Was(200).Json.GetProperty("supervisor").GetProperty("keptBy").GetString());
        // Answered, and wanted once more: a promise of its own.
        var anew = (await stage.Customer.Post(at)).Was(201).Json;
        Assert.NotEqual(made.GetProperty("wishId").GetString(), anew.GetProperty("wishId").GetString());
        Assert.True((await stage.Hana.Get($"/api/v1/cases/{stage.CaseId}/care")).Was(200).Json.GetProperty("supervisor").GetProperty("by").GetDateTimeOffset() > app.Clock.GetUtcNow());
        Assert.Empty(app.Faults.Seen);
    }

    [Fact]
    public async Task The_customers_page_has_the_tap_and_the_promise_and_settings_change_what_is_folded()
    {
        await app.Cast();
        var made = (await app.Anonymous.Post("/api/v1/contacts", new { text = "You flibberty, the screen is black.", desk = Cast.Account, language = "en" })).Was(201);
        var (token, id) = (made["token"], made["caseId"]);
        Assert.Contains("I want a supervisor", (await app.Anonymous.Get($"/c/{token}")).Was(200).Text, StringComparison.Ordinal);
        (await Chat.Written.Post(app.Anonymous, $"/c/{token}/supervisor", new() { ["needed"] = "true" })).Was(303);
        Assert.Contains("A supervisor answers you by", (await app.Anonymous.Get($"/c/{token}")).Was(200).Text, StringComparison.Ordinal);
        (await Chat.Written.Post(app.Anonymous, $"/c/{token}/supervisor", new() { ["needed"] = "false" })).Was(303);
        Assert.Contains("No longer needed", (await app.Anonymous.Get($"/c/{token}/transcript?lang=en")).Was(200).Text.Replace("A supervisor is no longer needed", "No longer needed", StringComparison.Ordinal), StringComparison.Ordinal);

        using var admin = app.WithToken(App.BootstrapKey);
        (await admin.Put("/api/v1/care/lists/insult/en", new { lines = Wrong })).Was(422);
        var list = (await admin.Put("/api/v1/care/lists/insult/en", new { lines = Right })).Was(200);
        Assert.False(list.Json.GetProperty("builtIn").GetBoolean());
        // Tried before it holds: over the API, and on its page, which keeps what was typed.
        var would = (await admin.Post("/api/v1/care/preview", new { text = "You gobbledy.", list = "insult", language = "en", lines = Tried })).Was(200).Json;
        Assert.True(would.GetProperty("folded").GetBoolean());
        Assert.Equal("gobbledy", would.GetProperty("sentences")[0].GetProperty("grounds")[0].GetProperty("words").GetString());
        Assert.False((await admin.Post("/api/v1/care/preview", new { text = "You gobbledy." })).Was(200).Json.GetProperty("folded").GetBoolean());
        (await admin.Post("/api/v1/care/preview", new { text = "x", list = "nothing", language = "en", lines = Tried })).Was(404);
        var who = (await app.Admin.Post("/api/v1/agents", new { name = "Admin", email = "care@example.test", desks = Array.Empty<string>(), languages = Spoken, role = "administrator" })).Was(201)["agentId"];
        using var settings = await app.SignedIn(new Player("care", who, ""));
        var tried = (await settings.Send("/settings/care/lists/insult/en/preview", new { lines = "3 gobbledy\n2 flibberty", text = "Where is it, you gobbledy flibberty?" })).Was(200).Text;
        Assert.All(["たたみます", "3 gobbledy", "重さ3", "重さ2(同じ種類"], words => Assert.Contains(words, tried, StringComparison.Ordinal));
        Assert.Contains("2行目", (await settings.Send("/settings/care/lists/insult/en", new { lines = "3 gobbledy\n(oh" })).Was(422).Text, StringComparison.Ordinal);
        Assert.Contains("変更済み", (await settings.Open("/settings/care")).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("たたみません", (await settings.Send("/settings/care/preview", new { text = "Where is my parcel?" })).Was(200).Text, StringComparison.Ordinal);
        (await app.WithToken(token).Post($"/api/v1/cases/{id}/messages", new { text = "You flibberty. Please send a new one." })).Was(201);
        var marks = (await admin.Get($"/api/v1/cases/{id}/care")).Was(200).Json.GetProperty("marks");
        Assert.Equal("Please send a new one.", Assert.Single(marks.EnumerateArray()).GetProperty("request").GetString());
        (await admin.Delete("/api/v1/care/lists/insult/en")).Was(200);
        (await admin.Put("/api/v1/care/letters/notice/en", new { text = "We go on helping." })).Was(200);
        (await admin.Post($"/api/v1/cases/{id}/care-steps", new { step = "notice", because = "x" })).Was(201);
        Assert.Contains("We go on helping.", (await app.Anonymous.Get($"/c/{token}/transcript")).Was(200).Text, StringComparison.Ordinal);
    }

    // Whoever opens it in ten years can check it without us.
    private static async Task<JsonElement> Record(Stage stage)
    {
        using var response = await stage.Sora.GetAsync(new Uri($"/api/v1/cases/{stage.CaseId}/care/record", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("application/zip", response.Content.Headers.ContentType?.MediaType);
        using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        foreach (var line in Read(zip, "SHA256SUMS").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Assert.Equal(line[..64], Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Read(zip, line[66..])))));
        Assert.Contains("死ね", Read(zip, "entries.json").Replace("\\u6B7B\\u306D", "死ね", StringComparison.OrdinalIgnoreCase), StringComparison.Ordinal);
        Assert.Equal(["README.txt", "SHA256SUMS", "care.json", "entries.json", "index.html", "manifest.json"], zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
        // In plain words for who has to read it, in both languages, and nothing of anybody else.
        var index = Read(zip, "index.html");
        Assert.All(["責任者だけが対応した", "only supervisors answered", "お願いが届きません", "1文をたたんだ", "死ね", "+09:00"], words => Assert.Contains(words, index, StringComparison.Ordinal));
        Assert.DoesNotContain("<script", index, StringComparison.OrdinalIgnoreCase);
        return JsonDocument.Parse(Read(zip, "care.json")).RootElement.Clone();
    }

    private static string Read(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open()); // named in the list of what is there
        return reader.ReadToEnd();
    }

    public sealed class OnSqlite(SqliteApp app) : CareTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : CareTests(app), IClassFixture<PostgresApp>;
}
