using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Incidents;

/// <summary>Progress, once, to everybody affected: with ten seconds to think again, a look before it, a record after it.</summary>
public abstract class UpdatesTests(App app)
{
    private static readonly object Text = new { ja = "原因がわかりました。いま直しています。", en = "We know the cause and are mending it." };

    [Fact]
    public async Task Everybody_affected_is_told_once_in_their_case_and_by_letter_who_is_not_there()
    {
        var hana = app.As((await app.Cast()).Hana);
        var (yamano, sato) = (await Opened.At(app, Cast.Account), await Opened.At(app, Cast.Account, "I cannot sign in.", "Sato"));
        (await sato.Customer.Put(sato.Path + "/facts/email", new { value = $"sato-{sato.Number}@example.test" })).Was(200);
        (await hana.Put(sato.Path + "/description", new { language = "en" })).Was(200);
        var other = await Opened.At(app, Cast.Account);
        var incident = await Broken.Of(app, yamano, sato);

        var preview = (await hana.Get($"{incident.Path}/updates/preview?ja=%E5%8E%9F%E5%9B%A0")).Was(200);
        Assert.Equal(("2", "1", "1"), (preview["recipients"], preview["byMail"], preview["onPage"]));
        (await hana.Post(incident.Path + "/updates", new { text = Text, state = "broken" })).Was(422);
        (await hana.Post(incident.Path + "/updates", new { text = new { ja = " \u200B" } })).Was(422);
        (await hana.Post(incident.Path + "/updates", new { text = new { ja = "メーカーにお問い合わせください。" } })).Was(409);
        var off = (await hana.Post(incident.Path + "/updates", new { text = "取り消すもの" })).Was(201)["updateId"];
        Assert.Equal("0", (await hana.Delete($"{incident.Path}/updates/{off}")).Was(200)["waiting"]);
        var made = (await hana.Post(incident.Path + "/updates", new { text = Text, state = "identified" }, "once")).Was(201);
        Assert.Equal("2", made["recipients"]);
        Assert.Equal(made["updateId"], (await hana.Post(incident.Path + "/updates", new { text = Text, state = "identified" }, "once")).Was(201)["updateId"]);

        var record = await incident.Out(made["updateId"]);

        Assert.All(record.Json.GetProperty("recipients").EnumerateArray(), r => Assert.Equal("told", r.Text("state")));
        (await hana.Post($"{incident.Path}/updates/{made["updateId"]}/cancellation")).Was(409);
        foreach (var one in new[] { yamano, sato })
            Assert.Equal(["incidentTold"], (await one.Kinds(one.Customer)).Where(k => k == "incidentTold"));
        Assert.DoesNotContain("incidentTold", await other.Kinds(other.Customer));
        var told = (await yamano.Customer.Get(yamano.Path + "/timeline")).Was(200).Json.GetProperty("entries").EnumerateArray().Single(e => e.Text("kind") == "incidentTold");
        Assert.Equal(("サインインできない", "原因がわかりました。いま直しています。", "identified"), (told.GetProperty("body").Text("name"), told.GetProperty("body").Text("text"), told.GetProperty("body").Text("state")));
        Assert.Contains("原因がわかりました。いま直しています。", (await app.Anonymous.Get($"/c/{yamano.Token}")).Was(200).Text, StringComparison.Ordinal);
        Assert.Equal(["2", "0"], (await hana.Get(incident.Path + "/updates")).Was(200).Json.GetProperty("updates").EnumerateArray().Select(u => u.GetProperty("told").GetRawText()));

        // Who comes late hears it, too.
        (await hana.Post(incident.Path + "/cases", new { caseId = other.Id })).Was(200);
        await Patience.Until(() => other.Kinds(other.Customer), kinds => kinds.Count(k => k == "incidentTold") == 1);
        Assert.Single(await yamano.Kinds(yamano.Customer), k => k == "incidentTold");

        app.Clock.Advance(TimeSpan.FromMinutes(3));
        var letter = Assert.Single(await Mailed.To(app.Database, $"sato-{sato.Number}@example.test"));
        Assert.Contains("Sign-in fails", letter["Subject"], StringComparison.Ordinal);
        Assert.Contains("We know the cause", letter.Text, StringComparison.Ordinal);

        // A word that follows upon the resolution leaves nobody unasked.
        (await hana.Post(incident.Path + "/resolution", new { text = Text })).Was(201);
        (await hana.Post(incident.Path + "/updates", new { text = "念のため、今日いっぱい見守ります。" })).Was(201);
        app.Clock.Advance(TimeSpan.FromSeconds(21));
        await Patience.Until(() => hana.Get(incident.Path + "/answers"), a => a["asked"] == "3");
    }

    public sealed class OnSqlite(SqliteApp app) : UpdatesTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : UpdatesTests(app), IClassFixture<PostgresApp>;
}
