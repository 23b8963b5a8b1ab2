using Madoguchi.Mail;
using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Mail;

public abstract class KeptLettersTests(On on)
{
    private static readonly string[] Languages = ["ja"];

    [Fact]
    public async Task An_administrator_sees_what_is_parked_and_has_it_tried_again()
    {
        await using var box = new Letterbox { Says = word => word == "RCPT" ? "550 no such person <b>" : "" };
        await using var app = await App.Start(on, box.Settings);
        await Posted.To(app, "nobody@example.jp");
        await Posted.State(app, LetterState.Parked);
        var boss = (await app.Admin.Post("/api/v1/agents", new { name = "Aki", email = "aki@example.test", desks = Array.Empty<string>(), languages = Languages, role = "administrator" })).Was(201)["agentId"];
        using var browser = await app.SignedIn(new Player("Aki", boss, ""));

        var parked = (await app.Admin.Get("/api/v1/letters")).Was(200).Json.GetProperty("letters")[0];
        Assert.Equal(("parked", "nobody@example.jp", 1), (parked.GetProperty("state").GetString(), parked.GetProperty("to").GetString(), parked.GetProperty("attempts").GetInt32()));
        Assert.Contains("no such person &lt;b&gt;", (await browser.Open("/settings/mail")).Was(200).Text, StringComparison.Ordinal);
        box.Says = null;
        (await browser.Send($"/settings/mail/{parked.GetProperty("letterId").GetString()}")).Was(302);

        await box.Until(t => t.Count == 1);
        await Posted.State(app, LetterState.Sent);
        Assert.EndsWith("not-parked", (await app.Admin.Post($"/api/v1/letters/{parked.GetProperty("letterId").GetString()}/retry")).Was(409)["type"], StringComparison.Ordinal);
        (await app.Anonymous.Get("/mailbox")).Was(404);
    }

    [Fact]
    public async Task The_demo_shows_its_letters_and_their_links_lead_back()
    {
        await using var app = await App.Start(on, ("Madoguchi:Demo", "true"));
        var made = (await app.Anonymous.Post("/api/v1/contacts", new { text = "お試しです", email = "yamano@example.jp" })).Was(201);
        var theCase = new Opened(made["caseId"], made["customerNumber"], made["token"], app.WithToken(made["token"]));
        Assert.True(await Posted.Send(app, theCase));
        await Posted.SentTo(app, "yamano@example.jp");

        var list = (await app.Anonymous.Get("/mailbox")).Was(200).Text;
        Assert.Contains("続きはこちら", list, StringComparison.Ordinal);
        var at = "/mailbox/" + list.Split("yamano@example.jp")[0].Split("/mailbox/")[^1].Split('"')[0];
        var letter = (await app.Anonymous.Get(at)).Was(200).Text;
        var link = letter.Split("/c/mt_")[1].Split('"')[0];
        Assert.Equal(theCase.Id, (await app.WithToken("mt_" + link).Get(theCase.Path)).Was(200)["caseId"]);
        (await app.Anonymous.Get("/mailbox/" + Guid.CreateVersion7())).Was(404);
    }

    public sealed class OnSqlite() : KeptLettersTests(On.Sqlite);

    public sealed class OnPostgres() : KeptLettersTests(On.Postgres);
}
