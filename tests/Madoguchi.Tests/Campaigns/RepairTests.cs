using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Campaigns;

public abstract class RepairTests(App app)
{
    [Fact]
    public async Task A_mistyped_address_is_corrected_after_the_deadline_and_what_was_begun_stays_begun()
    {
        var cast = await app.Cast();
        var (campaign, hana) = (await Opening.Of(app), app.As(cast.Hana));
        var id = await campaign.Begun(campaign.Codes[0], "kanna@exampel.jp");
        app.Clock.Advance(TimeSpan.FromHours(3));
        var theCase = await Opened.At(app, Cast.Account);

        var found = Assert.Single((await hana.Get($"/api/v1/registrations?q={campaign.Codes[0].ToLowerInvariant()}")).Was(200).Json.GetProperty("registrations").EnumerateArray().ToList());
        Assert.Equal((id, "kanna@exampel.jp", true), (found.Text("registrationId"), found.Text("email"), found.GetProperty("inTime").GetBoolean()));
        (await hana.Post($"/api/v1/registrations/{id}/repairs", new { repair = "correctAddress", reason = "打ち間違い", email = "kanna@example.jp", caseId = theCase.Id })).Was(200);
        (await campaign.Confirm(id, await campaign.CodeAt("kanna@example.jp"))).Was(200);

        Assert.Equal(["registrationRepaired", "registrationHelped"], (await theCase.Kinds(hana))[^2..]);
        Assert.DoesNotContain("registrationRepaired", await theCase.Kinds(theCase.Customer));
        var record = (await hana.Get($"/api/v1/registrations/{id}/record")).Was(200).Json;
        var events = record.GetProperty("events").EnumerateArray().ToList();
        Assert.Equal(["began", "codeSent", "addressCorrected", "codeSent", "completed"], events.Select(e => e.Text("kind")));
        Assert.Equal(("Hana", "打ち間違い", theCase.Id), (events[2].Text("by"), events[2].Text("reason"), events[2].Text("caseId")));
    }

    [Fact]
    public async Task By_hand_and_back_again_is_for_supervisors_and_names_its_case()
    {
        var cast = await app.Cast();
        var (campaign, hana, sora) = (await Opening.Of(app), app.As(cast.Hana), app.As(cast.Sora));
        var theCase = await Opened.At(app, Cast.Account);
        var (id, other) = (await campaign.Begun(campaign.Codes[0], "megu@example.jp"), await campaign.Begun(campaign.Codes[0], "nao@example.jp"));

        (await Mend(hana, id, new { repair = "complete", reason = "メールが届かない", caseId = theCase.Id })).Was(403);
        Assert.True((await Mend(sora, id, new { repair = "complete", reason = "メールが届かない" })).Was(422).Json.GetProperty("errors").TryGetProperty("/caseId", out _));
        Assert.EndsWith("not-complete", (await Mend(sora, id, new { repair = "release", reason = "x" })).Was(409)["type"], StringComparison.Ordinal);
        var done = (await Mend(sora, id, new { repair = "complete", reason = "メールが届かない", caseId = theCase.Id })).Was(200);
        Assert.Equal(("complete", "code-used"), (done["state"], (await Mend(hana, other, new { repair = "resend", reason = "x" })).Was(409)["type"].Split(':')[^1]));

        // The receipt goes by mail as any; agents verify it however it is read out.
        Assert.Contains(done["receipt"], (await Mailed.To(app.Database, "megu@example.jp", 2))[^1].Text, StringComparison.Ordinal);
        var verified = (await hana.Get($"/api/v1/campaigns/receipts/{done["receipt"].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)}")).Was(200);
        Assert.Equal((id, theCase.Number, "complete"), (verified["registrationId"], verified["customerNumber"], verified["state"]));
        (await hana.Get("/api/v1/campaigns/receipts/ABCDEFGHJKM")).Was(404);

        (await Mend(hana, id, new { repair = "release", reason = "別の方のコード" })).Was(403);
        Assert.Equal("released", (await Mend(sora, id, new { repair = "release", reason = "別の方のコード" })).Was(200)["state"]);
        (await campaign.Confirm(other, await campaign.CodeAt("nao@example.jp"))).Was(200);
        Assert.EndsWith("released", (await campaign.Confirm(id, "000000")).Was(409)["type"], StringComparison.Ordinal);
        Assert.Equal("released", (await hana.Get($"/api/v1/campaigns/receipts/{done["receipt"]}")).Was(200)["state"]);
    }

    private static Task<Answer> Mend(HttpClient by, string id, object wish) => by.Post($"/api/v1/registrations/{id}/repairs", wish);

    public sealed class OnSqlite(SqliteApp app) : RepairTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : RepairTests(app), IClassFixture<PostgresApp>;
}
