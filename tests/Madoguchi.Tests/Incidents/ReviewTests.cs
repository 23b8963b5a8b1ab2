using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Incidents;

/// <summary>The pages of an incident's progress: written, looked at, sent and called off by forms; the review, with what was learned.</summary>
public abstract class ReviewTests(App app)
{
    [Fact]
    public async Task A_word_is_looked_at_before_it_goes_and_the_review_keeps_what_was_learned()
    {
        var cast = await app.Cast();
        var hana = app.As(cast.Hana);
        var incident = await Broken.Of(app, await Opened.At(app, Cast.Account), await Opened.At(app, Cast.Account));
        using var desk = await app.SignedIn(cast.Hana);
        var at = $"/desk/incidents/{incident.Id}";

        Assert.Contains("2件の用件に、一回だけ届きます。", (await desk.Send(at + "/update", new { ja = "直しています。", state = "identified", step = "look" })).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("それでも送る理由", (await desk.Send(at + "/update", new { ja = "メーカーにお問い合わせください。", step = "look" })).Was(422).Text, StringComparison.Ordinal);
        (await desk.Send(at + "/update", new { ja = "復旧しました。", state = "resolved", remedy = "apology", step = "send", key = "k" })).Was(302);
        var update = (await hana.Get(incident.Path + "/updates")).Was(200).Json.GetProperty("updates")[0].Text("updateId");
        await incident.Out(update);
        (await desk.Send($"{at}/updates/{update}/calling-off", new { })).Was(422);
        (await desk.Send(at + "/remedies", new { remedy = "reward", key = "r" })).Was(302);

        app.Clock.Advance(TimeSpan.FromMinutes(30));
        var review = (await hana.Get(incident.Path + "/review")).Was(200);
        Assert.Equal(("2", "2", "resolved"), (review["cases"], review["told"], review["state"]));
        Assert.Equal(["began", "firstContact", "declared", "resolved", "remedy"], review.Json.GetProperty("timeline").EnumerateArray().Select(m => m.Text("what")).Distinct().OrderBy(w => Array.IndexOf(["began", "firstContact", "declared", "resolved", "remedy"], w)));
        Assert.Equal("0", review["version"]);
        (await desk.Send(at + "/review", new { learned = "見張りが足りなかった。", what = "見張りを足す", who = "山田", by = "2026-12-01", version = "0", key = "l" })).Was(302);
        (await desk.Send(at + "/review", new { learned = "先に書かれた。", version = "0", key = "m" })).Was(422);
        Assert.Contains("見張りを足す", (await desk.Open(at + "/review")).Was(200).Text, StringComparison.Ordinal);
        (await hana.Put(incident.Path + "/review", new { learned = "二度目" })).Was(200);
        Assert.Equal("2", (await hana.Get(incident.Path + "/review")).Was(200)["version"]);
        Assert.NotEqual("", (await hana.Get(incident.Path)).Was(200)["lostMinutes"]);
    }

    public sealed class OnSqlite(SqliteApp app) : ReviewTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : ReviewTests(app), IClassFixture<PostgresApp>;
}
