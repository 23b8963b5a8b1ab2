using Madoguchi.Incidents;
using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Chat;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Incidents;

/// <summary>It is over: each is asked whether it works again; who says no is back at the front; one remedy for all, once each.</summary>
public abstract class ResolvedTests(App app)
{
    private static readonly object Text = new { ja = "復旧しました。", en = "It works again." };

    [Fact]
    public async Task Each_is_asked_and_a_no_comes_back_at_the_front()
    {
        var hana = app.As((await app.Cast()).Hana);
        var mail = $"{Guid.NewGuid():N}@example.test";
        var (yes, no, solved, talking) = (await Opened.At(app, Cast.Account), await Opened.At(app, Cast.Account), await Opened.At(app, Cast.Account), await Opened.At(app, Cast.Account));
        (await yes.Customer.Put(yes.Path + "/facts/email", new { value = mail })).Was(200);
        (await hana.Post(solved.Path + "/solution", new { outcome = "入れ直しで直りました。" })).Was(200);
        (await solved.Customer.Post(solved.Path + "/solution/answer", new { solved = true })).Was(200);
        (await hana.Post(talking.Path + "/messages", new { text = "お調べします。" })).Was(201);
        (await talking.Customer.Post(talking.Path + "/messages", new { text = "請求のことも教えてください。" })).Was(201);
        var incident = await Broken.Of(app, yes, no, solved, talking);
        (await yes.Customer.Post(yes.Path + "/works-again", new { yes = true })).Was(409);

        // Called off in time: nothing was over, and nobody is asked.
        var off = await incident.Coming(IncidentState.Resolved);
        (await hana.Post(incident.Path + "/updates", new { text = Text, state = "monitoring" })).Was(409); // seconds later it would not be over
        (await hana.Delete($"{incident.Path}/updates/{off}")).Was(200);
        Assert.Equal("investigating", (await hana.Get(incident.Path)).Was(200)["state"]);

        var update = (await hana.Post(incident.Path + "/resolution", new { text = Text })).Was(201)["updateId"];
        (await hana.Post(incident.Path + "/resolution", new { text = Text })).Was(409);
        await incident.Out(update);

        Assert.Equal(("proposed", "proposed", "solved", "waitingForUs"), (await yes.Status(), await no.Status(), await solved.Status(), await talking.Status()));
        Assert.Contains("直りましたか", (await app.Anonymous.Get($"/c/{solved.Token}")).Was(200).Text, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromMinutes(3));
        var letter = Assert.Single(await Mailed.To(app.Database, mail));
        Assert.Contains("/works-again?answer=yes", letter.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"yes\" value=\"true\"", (await app.Anonymous.Get($"/c/{letter.Token}/works-again?answer=yes")).Was(200).Text, StringComparison.Ordinal);
        Assert.Equal("proposed", await yes.Status()); // a machine that opens links answers nothing
        (await Written.Post(app.Anonymous, $"/c/{letter.Token}/works-again", new() { ["yes"] = "true" })).Was(303);
        Assert.Equal("solved", await yes.Status());
        Assert.Contains("thanks", (await app.Anonymous.Get($"/c/{yes.Token}")).Was(200).Text, StringComparison.Ordinal);
        foreach (var one in new[] { no, solved })
        {
            (await one.Customer.Post(one.Path + "/works-again", new { yes = false })).Was(200);
            (await one.Customer.Post(one.Path + "/works-again", new { yes = false })).Was(200);
            Assert.Equal("waitingForUs", await one.Status());
            Assert.Single(await one.Kinds(one.Customer), k => k == "worksAgain");
        }

        Assert.Contains("reopened", await solved.Kinds(solved.Customer));
        Assert.Equal(("2", "1", "1"), (await hana.Get(incident.Path + "/answers")).Was(200) is var said ? (said["no"], said["yes"], said["silent"]) : default);
        var first = (await hana.Get($"/api/v1/cases?desk={Cast.Account}&queue=open")).Was(200).Json.GetProperty("cases")[0];
        Assert.Equal((solved.Id, "urgent"), (first.Text("caseId"), first.Text("priority")));
        (await hana.Post(yes.Path + "/works-again", new { yes = true })).Was(404);
        Assert.Equal("waitingForUs", (await yes.Customer.Post(yes.Path + "/works-again", new { yes = false })).Was(200)["status"]);
        Assert.Equal("True", (await hana.Get(incident.Path + "/answers")).Was(200)["reopeningProposed"]);
        (await hana.Post(incident.Path + "/reopening")).Was(200);
        (await hana.Post(incident.Path + "/reopening")).Was(409);
    }

    [Fact]
    public async Task One_remedy_for_all_goes_to_each_customer_once_after_one_second_word()
    {
        var cast = await app.Cast();
        var hana = app.As(cast.Hana);
        var cases = new List<Opened>();
        for (var i = 0; i < 3; i++)
            cases.Add(await Opened.At(app, Cast.Account));
        var incident = await Broken.Of(app, [.. cases]);
        (await hana.Post(incident.Path + "/remedies", new { remedy = "nothing" })).Was(422);
        var asked = (await hana.Post(incident.Path + "/remedies", new { remedy = "fee", amount = 9_000 }, "one")).Was(201);
        Assert.Equal("asked", asked["state"]);
        (await hana.Post($"{incident.Path}/remedies/{asked["remedyId"]}/approval", new { approve = true })).Was(403);
        (await app.As(cast.Sora).Post($"{incident.Path}/remedies/{asked["remedyId"]}/approval", new { approve = true })).Was(200);
        await Granted(3);
        (await hana.Post(incident.Path + "/remedies", new { remedy = "fee", amount = 100 })).Was(201); // once each, however often it is asked for

        var update = (await hana.Post(incident.Path + "/resolution", new { text = Text, remedy = "apology" })).Was(201);
        Assert.Equal("False", update["remedyWaits"]);
        await incident.Out(update["updateId"]);
        await Patience.Until(async () => (await hana.Get(incident.Path + "/remedies")).Was(200).Json.GetProperty("remedies").EnumerateArray().Sum(r => r.GetProperty("granted").GetInt32()), sum => sum == 6);
        foreach (var one in cases)
            Assert.Equal(2, (await one.Kinds(one.Customer)).Count(k => k == "remedyGranted"));

        Task Granted(int count) => Patience.Until(async () => (await hana.Get(incident.Path + "/remedies")).Was(200).Json.GetProperty("remedies")[0].GetProperty("granted").GetInt32(), granted => granted == count);
    }

    public sealed class OnSqlite(SqliteApp app) : ResolvedTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : ResolvedTests(app), IClassFixture<PostgresApp>;
}
