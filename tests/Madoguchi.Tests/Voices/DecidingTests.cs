using Madoguchi.Cases;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;
using Madoguchi.Voices.Deciding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Voices;

/// <summary>What was decided about a voice, and that everyone behind it hears of it in public words, once.</summary>
public abstract class DecidingTests(App app)
{
    private const string Secret = "原価が合わないため見送り-himitsu";

    [Fact]
    public async Task Everyone_behind_it_is_told_once_in_their_own_language_and_the_reason_never_leaves()
    {
        var cast = await app.Cast();
        var (hana, sora) = (app.As(cast.Hana), app.As(cast.Sora));
        var mail = $"{Guid.NewGuid():N}@example.test";
        var japanese = await Opened.At(app, Cast.Account, "保存すると止まります。");
        (await japanese.Customer.Put(japanese.Path + "/facts/email", new { value = mail })).Was(200);
        var contact = (await app.Anonymous.Post("/api/v1/contacts", new { text = "It stops when I save.", desk = Cast.TechnicalEn, name = "Dana", language = "en" })).Was(201);
        var english = new Opened(contact["caseId"], contact["customerNumber"], contact["token"], app.WithToken(contact["token"]));
        (await hana.Post(japanese.Path + "/solution", new { outcome = "回避策をお伝えしました。" })).Was(200);
        (await japanese.Customer.Post(japanese.Path + "/solution/answer", new { solved = true })).Was(200);
        var voice = await Drawn(sora, japanese, english);

        var preview = (await sora.Get(voice + "/decision/preview")).Was(200).Json;
        Assert.Equal((2, 1, 1), (preview.GetProperty("customers").GetInt32(), preview.GetProperty("inOpenCase").GetInt32(), preview.GetProperty("inClosedCase").GetInt32()));
        object[] wrong = [new { state = "open", publicText = "x", reason = "y" }, new { state = "fixed", publicText = new { }, reason = "y" }, new { state = "fixed", publicText = " ", reason = "y" }, new { state = "wontFix", publicText = "行いません。{why}", reason = "y" }];
        foreach (var body in wrong)
            (await sora.Post(voice + "/decision", body)).Was(422);
        (await sora.Post(voice + "/decision", new { state = "wontFix", publicText = "メーカーにお問い合わせください。", reason = "x" })).Was(409);
        var decided = (await sora.Post(voice + "/decision", new { state = "fixed", version = "1.0.1", publicText = new { ja = "1.0.1 で直しました。", en = "Fixed in 1.0.1." }, reason = Secret }, "once")).Was(201);
        Assert.Equal(decided["decisionId"], (await sora.Post(voice + "/decision", new { state = "fixed", version = "1.0.1", publicText = new { ja = "1.0.1 で直しました。", en = "Fixed in 1.0.1." }, reason = Secret })).Was(201)["decisionId"]);
        Assert.Equal("2", decided["recipients"]);
        Assert.DoesNotContain("voiceDecided", await english.Kinds(english.Customer));
        Assert.Equal(("fixed", "1.0.1"), ((await sora.Get(voice)).Was(200)["state"], (await sora.Get(voice)).Was(200)["version"]));

        app.Clock.Advance(TimeSpan.FromSeconds(11));
        var record = await Told(sora, voice, decided["decisionId"], 2);

        Assert.Contains("Fixed in 1.0.1.", (await english.Customer.Get(english.Path + "/timeline")).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("1.0.1 で直しました。", (await japanese.Customer.Get(japanese.Path + "/timeline")).Was(200).Text, StringComparison.Ordinal);
        Assert.Single(await japanese.Kinds(japanese.Customer), k => k == "voiceDecided");
        Assert.Equal("solved", await japanese.Status());
        Assert.Contains(record.Json.GetProperty("recipients").EnumerateArray(), r => r.GetProperty("mailed").GetBoolean());
        var letter = Assert.Single(await Mailed.To(app.Database, mail));
        Assert.Contains("1.0.1 で直しました。", letter.Text, StringComparison.Ordinal);
        Assert.Contains(Secret, record.Text, StringComparison.Ordinal);
        string[] leaves = [letter.Text, (await japanese.Customer.Get(japanese.Path + "/timeline")).Text, (await english.Customer.Get(english.Path + "/transcript")).Text, (await app.Anonymous.Get($"/c/{japanese.Token}")).Was(200).Text,
            (await app.Anonymous.Get($"/c/{english.Token}?lang=en")).Was(200).Text, (await hana.Get(japanese.Path + "/timeline")).Was(200).Text];
        var asked = (await app.Anonymous.Get("/you-asked?lang=en")).Was(200).Text;
        Assert.Contains("Fixed in 1.0.1.", asked, StringComparison.Ordinal);
        Assert.Contains("2 people asked for it", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("声 ", asked, StringComparison.Ordinal); // a voice's own title is the house's
        Assert.DoesNotContain("himitsu", asked, StringComparison.Ordinal);
        (await sora.Put(voice + "/listing", new { listed = false })).Was(200);
        Assert.DoesNotContain("Fixed in 1.0.1.", (await app.Anonymous.Get("/you-asked?lang=en")).Was(200).Text, StringComparison.Ordinal);
        Assert.All(leaves, l => Assert.DoesNotContain("himitsu", l, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Called_off_in_time_nobody_hears_and_a_later_decision_tells_again()
    {
        var sora = app.As((await app.Cast()).Sora);
        var one = await Opened.At(app, Cast.Account, "暗い画面がほしいです。");
        var voice = await Drawn(sora, one);

        var first = (await sora.Post(voice + "/decision", new { state = "wontFix", publicText = "行いません。", reason = "x" })).Was(201)["decisionId"];
        Assert.NotEqual("", (await sora.Delete($"{voice}/decisions/{first}")).Was(200)["calledOffAt"]);
        Assert.Equal("open", (await sora.Get(voice)).Was(200)["state"]);
        var second = (await sora.Post(voice + "/decision", new { state = "planned", publicText = "取りかかります。", reason = "x" })).Was(201)["decisionId"];
        app.Clock.Advance(TimeSpan.FromSeconds(11));
        await Told(sora, voice, second, 1);
        app.Clock.Advance(TimeSpan.FromSeconds(-11)); // whatever the clock says: it has gone out
        (await sora.Delete($"{voice}/decisions/{second}")).Was(409);
        app.Clock.Advance(TimeSpan.FromSeconds(11));
        var third = (await sora.Post(voice + "/decision", new { state = "fixed", publicText = "できました。", reason = "x" })).Was(201)["decisionId"];
        app.Clock.Advance(TimeSpan.FromSeconds(11));
        await Told(sora, voice, third, 1);

        Assert.Equal(["voiceDecided", "voiceDecided"], (await one.Kinds(one.Customer)).Where(k => k == "voiceDecided"));
        Assert.DoesNotContain("行いません", (await one.Customer.Get(one.Path + "/timeline")).Text, StringComparison.Ordinal);
        Assert.Equal(["fixed", "planned", "wontFix"], (await sora.Get(voice + "/decisions")).Was(200).Json.GetProperty("decisions").EnumerateArray().Select(d => d.Text("state")));
    }

    [Fact]
    public async Task Once_somebody_is_named_only_they_and_supervisors_decide_and_it_waits_for_them()
    {
        var cast = await app.Cast();
        var (hana, ken, sora) = (app.As(cast.Hana), app.As(cast.Ken), app.As(cast.Sora));
        var voice = await Drawn(hana, await Opened.At(app, Cast.Account, "印刷したいです。"));

        (await sora.Put(voice + "/decider", new { agentId = Guid.CreateVersion7() })).Was(422);
        (await sora.Put(voice + "/decider", new { agentId = cast.Ken.AgentId })).Was(200);
        app.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(("Ken", "3"), ((await hana.Get(voice)).Was(200)["decider"], (await hana.Get(voice)).Was(200)["waitingDays"]));
        Assert.Contains("decisionWaits", (await ken.Get("/api/v1/notices")).Was(200).Text, StringComparison.Ordinal);
        var no = new { state = "wontFix", publicText = "紙では出せません。", reason = "x" };
        Assert.EndsWith("not-yours-to-decide", (await hana.Post(voice + "/decision", no)).Was(403)["type"], StringComparison.Ordinal);
        (await hana.Put(voice + "/decider", new { })).Was(403);
        app.Clock.Advance(TimeSpan.FromDays(5));
        var follower = app.Services.GetRequiredService<DeciderFollower>();
        await follower.Pass(TestContext.Current.CancellationToken);
        Assert.Equal(0, await follower.Pass(TestContext.Current.CancellationToken));
        await Patience.Until(() => ken.Get("/api/v1/notices"), n => n.Text.Split(voice.Split('/')[^1]).Length == 3); // named, and a week later
        (await ken.Post(voice + "/decision", no)).Was(201);

        var texts = (await hana.Get("/api/v1/decision-texts")).Was(200).Json;
        using var browser = await app.SignedIn(cast.Sora);
        Assert.Contains("12名の方から", (await browser.Open("/settings/decision-texts/honest-no?lang=ja")).Was(200).Text, StringComparison.Ordinal);
        (await browser.Send("/settings/decision-texts/honest-no", new { ja = "しません。{wy}", en = "No.", step = "keep" })).Was(422);
        Assert.Contains("紙の明細は", (await browser.Send("/settings/decision-texts/honest-no", new { ja = "しません。{why}", en = "No. {why}", step = "look" })).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("builtIn\":true", (await hana.Get("/api/v1/decision-texts")).Text, StringComparison.Ordinal);
        (await browser.Send("/settings/decision-texts/as-designed", new { ja = "そういう作りです。{why}", en = "So it is made. {why}", step = "keep" })).Was(302);
        Assert.Contains("そういう作りです", (await browser.Open("/settings/decision-texts?lang=ja")).Was(200).Text, StringComparison.Ordinal);
        (await browser.Send("/settings/decision-texts/as-designed/reset")).Was(302);
        Assert.DoesNotContain("そういう作りです", (await browser.Open("/settings/decision-texts?lang=ja")).Was(200).Text, StringComparison.Ordinal);
        using (var agent = await app.SignedIn(cast.Hana))
            Assert.Equal("/settings/me", (await agent.Open("/settings/decision-texts")).Was(302).Headers.Location!.ToString()); // a redirect has one
        Assert.Contains(texts.GetProperty("texts").EnumerateArray(), t => t.Text("slug") == "honest-no" && t.GetProperty("text").Text("en").Contains("{why}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_the_pages_it_is_looked_at_then_sent_and_quoted_in_a_case_that_comes_later()
    {
        var cast = await app.Cast();
        var (sora, later) = (app.As(cast.Sora), await Opened.At(app, Cast.Account, "紙の説明書がほしい。"));
        var voice = await Drawn(sora, await Opened.At(app, Cast.Account, "説明書を紙でください。"));
        var page = "/desk" + voice["/api/v1".Length..];
        using var browser = await app.SignedIn(cast.Sora);

        Assert.Contains("{why}", (await browser.Open(page + "?text=honest-no&lang=ja")).Was(200).Text, StringComparison.Ordinal);
        (await browser.Send(page + "/decision", new { state = "wontFix", ja = "行いません。{why}", step = "look", key = "1" })).Was(422);
        var looked = (await browser.Send(page + "/decision", new { state = "wontFix", ja = "紙では同梱しません。PDF をお使いください。", reason = Secret, step = "look", key = "2" })).Was(200).Text;
        Assert.Contains("1人に知らせます", looked, StringComparison.Ordinal);
        Assert.Contains("#decided", (await browser.Send(page + "/decision", new { state = "wontFix", ja = "紙では同梱しません。PDF をお使いください。", reason = Secret, step = "send", key = "2" })).Was(302).Headers.Location!.ToString(), StringComparison.Ordinal); // a redirect has one
        Assert.Contains("対応しません", (await browser.Open(page + "?lang=ja")).Was(200).Text, StringComparison.Ordinal);

        (await sora.Post(voice + "/cases", new { caseId = later.Id })).Was(200);
        Assert.Contains("返信に入れる", (await browser.Open($"/desk/cases/{later.Id}?lang=ja")).Was(200).Text, StringComparison.Ordinal);
        (await browser.Send($"/desk/cases/{later.Id}/voice/words", new { voice = voice.Split('/')[^1] })).Was(302);
        Assert.Contains("PDF をお使いください。", (await sora.Get(later.Path + "/draft?purpose=reply")).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("himitsu", (await browser.Open(page)).Was(200).Text, StringComparison.Ordinal); // the house knows

        // Once it is out, another "no" may rest on it: said by its own words, cited, or by one tap beside what was held back.
        var (hana, id, no) = (app.As(cast.Hana), voice.Split('/')[^1], "紙の説明書はお渡しできません。");
        (await hana.Post(later.Path + "/messages", new { text = no, voices = new[] { id } })).Was(422);
        app.Clock.Advance(TimeSpan.FromSeconds(11));
        var held = (await hana.Post(later.Path + "/messages", new { text = no })).Was(409);
        Assert.Equal(["finding", "article", "voice"], held.Json.GetProperty("wouldDo").EnumerateArray().Select(w => w.GetString()!));
        Assert.Equal(id, held.Json.GetProperty("voices")[0].Text("voiceId"));
        (await hana.Post(later.Path + "/messages", new { text = no, voices = new[] { Guid.NewGuid() } })).Was(422);
        (await hana.Post(later.Path + "/messages", new { text = no + "\n紙では同梱しません。PDF をお使いください。" })).Was(201);
        (await hana.Post(later.Path + "/messages", new { text = no, voices = new[] { id } })).Was(201);
        using var desk = await app.SignedIn(cast.Hana);
        await desk.Open($"/desk/cases/{later.Id}");
        Assert.Contains("この判断をお伝えして送る", (await desk.SendFiles($"/desk/cases/{later.Id}/messages?lang=ja", ("text", no), ("key", "3"))).Was(409).Text, StringComparison.Ordinal);
        (await desk.SendFiles($"/desk/cases/{later.Id}/messages", ("text", "残念ですが、お渡しできません。"), ("voice", id), ("key", "4"))).Was(302);
        Assert.Contains("残念ですが、お渡しできません。\\n\\n紙では同梱しません。", (await later.Customer.Get(later.Path + "/timeline")).Was(200).Text, StringComparison.Ordinal);
        Assert.Equal(3, (await later.Kinds(hana)).Count(k => k == "declined"));
        Assert.DoesNotContain("declined", await later.Kinds(later.Customer));
        foreach (var path in (string[])["/desk/voices/digest?lang=ja", "/desk/voices/digest?week=2026-W01&lang=en"])
            Assert.DoesNotContain("himitsu", (await browser.Open(path)).Was(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_along_later_is_told_by_a_tap_nobody_twice_and_not_who_asked_for_no_news()
    {
        var sora = app.As((await app.Cast()).Sora);
        var (a, b, c) = (await Opened.At(app, Cast.Account, "暗い色がほしいです。"), await Opened.At(app, Cast.Account, "夜用の色がほしい。", "佐藤 花"), await Opened.At(app, Cast.Account, "黒い画面に。", "鈴木 一"));
        var (one, other) = (await Drawn(sora, a), await Drawn(sora, b));
        async Task<string> Decide(string voice, string state, string text, int recipients)
        {
            var made = (await sora.Post(voice + "/decision", new { state, publicText = text, reason = "x" })).Was(201);
            Assert.Equal($"{recipients}", made["recipients"]);
            app.Clock.Advance(TimeSpan.FromSeconds(11));
            await Told(sora, voice, made["decisionId"], recipients);
            return made["decisionId"];
        }

        async Task<int> Words(Opened of, string text) => (await of.Customer.Get(of.Path + "/timeline")).Was(200).Text.Split(text).Length - 1;

        var planned = await Decide(other, "planned", "取りかかります。", 1);
        (await sora.Post(one + "/merging", new { into = other.Split('/')[^1] })).Was(200);
        (await sora.Post(other + "/cases", new { caseId = c.Id })).Was(200);
        Assert.Equal("False", (await c.Customer.Put(c.Path + "/voice-news", new { wanted = false })).Was(200)["wanted"]);
        using (var browser = await app.SignedIn((await app.Cast()).Sora))
            Assert.Contains("あとから加わった2人", (await browser.Open($"/desk{other["/api/v1".Length..]}?lang=ja")).Was(200).Text, StringComparison.Ordinal);
        Assert.Equal("2", (await sora.Post($"{other}/decisions/{planned}/rest")).Was(200)["recipients"]);
        var record = await Patience.Until(async () => (await sora.Get($"{other}/decisions/{planned}")).Was(200), r => r.Json.GetProperty("recipients").EnumerateArray().Count(w => w.Text("state") is "told" or "unwanted") == 3);
        Assert.Single(record.Json.GetProperty("recipients").EnumerateArray(), w => w.Text("state") == "unwanted");
        Assert.Equal("0", (await sora.Post($"{other}/decisions/{planned}/rest")).Was(200)["recipients"]);
        Assert.Equal((1, 1, 0), (await Words(a, "取りかかります。"), await Words(b, "取りかかります。"), await Words(c, "取りかかります。")));

        // Changed: whoever stands behind it now, and nobody who was taken apart from it.
        (await sora.Delete(one + "/merging")).Was(200);
        Assert.Equal("True", (await c.Customer.Put(c.Path + "/voice-news", new { wanted = true })).Was(200)["wanted"]);
        await Decide(other, "wontFix", "やはり行いません。", 2);
        Assert.Equal((0, 1, 1), (await Words(a, "やはり行いません。"), await Words(b, "やはり行いません。"), await Words(c, "やはり行いません。")));

        // What was decided about the one waits at the other, and who has heard those very words does not hear them again.
        await Decide(one, "fixed", "できました。", 1);
        var third = await Drawn(sora, await Opened.At(app, Cast.Account, "背景を黒に。", "高橋 次郎"));
        (await sora.Post(one + "/merging", new { into = third.Split('/')[^1] })).Was(200);
        Assert.Equal("fixed", Assert.Single((await sora.Get(third + "/decisions")).Was(200).Json.GetProperty("drafts").EnumerateArray()).Text("state"));
        await Decide(third, "fixed", "できました。", 1);
        Assert.Equal(1, await Words(a, "できました。"));
    }

    // A voice with these cases behind it.
    [Fact]
    public async Task One_who_cannot_be_told_keeps_nobody_else_from_hearing()
    {
        var sora = app.As((await app.Cast()).Sora);
        var (one, broken, other) = (await Opened.At(app, Cast.Account, "音を小さくしたい。"), await Opened.At(app, Cast.Account, "音が大きい。"), await Opened.At(app, Cast.Account, "音量を変えたい。"));
        var voice = await Drawn(sora, one, broken, other);
        await Shift(-1); // its next entry has a number that is taken

        var made = (await sora.Post(voice + "/decision", new { state = "planned", publicText = "取りかかります。", reason = "x" })).Was(201)["decisionId"];
        app.Clock.Advance(TimeSpan.FromSeconds(11));
        await Patience.Until(() => sora.Get($"{voice}/decisions/{made}"), a => a.Json.GetProperty("decision").GetProperty("told").GetInt32() == 2);
        await Shift(1);
        app.Clock.Advance(TimeSpan.FromSeconds(5));
        await Told(sora, voice, made, 3);

        Task Shift(int by) => app.Services.GetRequiredService<Writes>().Write(db => db.Cases.Where(c => c.Id == Id<Case>.Parse(broken.Id, null)).ExecuteUpdateAsync(c => c.SetProperty(x => x.LastEntry, x => x.LastEntry + by), CancellationToken.None), CancellationToken.None);
    }

    private static async Task<string> Drawn(HttpClient by, params Opened[] cases)
    {
        var id = (await by.Post("/api/v1/voices", new { kind = "wish", title = $"声 {Guid.NewGuid():N}", caseId = cases[0].Id })).Was(201)["voiceId"];
        foreach (var other in cases.Skip(1))
            (await by.Post($"/api/v1/voices/{id}/cases", new { caseId = other.Id })).Was(200);
        return $"/api/v1/voices/{id}";
    }

    private static Task<Answer> Told(HttpClient by, string voice, string decision, int count) =>
        Patience.Until(async () => (await by.Get($"{voice}/decisions/{decision}")).Was(200), r => r.Json.GetProperty("decision").GetProperty("told").GetInt32() == count);

    public sealed class OnSqlite(SqliteApp app) : DecidingTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : DecidingTests(app), IClassFixture<PostgresApp>;
}
