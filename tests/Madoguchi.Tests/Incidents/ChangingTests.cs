using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Incidents;

public abstract class ChangingTests(App app)
{
    [Fact]
    public async Task What_is_changed_collects_anew_and_a_case_taken_out_stays_out_until_somebody_adds_it()
    {
        var (cast, error, product) = (await app.Cast(), Marked.NewError(), $"p-{Guid.NewGuid():N}");
        var (fits, stray) = (await Marked.Case(app, error, product), await Opened.At(app, Cast.Account));
        var id = (await app.Admin.Post("/api/v1/incidents", new { title = "まだわからない", product = "何か" })).Was(201)["incidentId"];
        var at = $"/api/v1/incidents/{id}";

        Assert.Empty(await Marked.Cases(app, id));
        var changed = (await app.As(cast.Ken).Patch(at, new { title = "接続できない", severity = "critical", product = "", errorText = error, lead = cast.Hana.AgentId, words = new { ja = "調べています" } })).Was(200);
        Assert.Equal(("接続できない", "critical", "Hana", "1"), (changed["title"], changed["severity"], changed["leadName"], changed["cases"]));
        (await app.As(cast.Hana).Delete($"{at}/cases/{fits.Id}")).Was(204);
        (await app.As(cast.Hana).Delete($"{at}/cases/{fits.Id}")).Was(204); // twice is once
        (await fits.Customer.Put(fits.Path + "/facts/errorText", new { value = error + "!" })).Was(200); // another mark, the same error
        (await app.As(cast.Ken).Patch(at, new { product = product.ToUpperInvariant() })).Was(200);
        Assert.Empty(await Marked.Cases(app, id));
        (await app.As(cast.Hana).Post(at + "/cases", new { caseId = fits.Id })).Was(200);
        (await app.As(cast.Hana).Post(at + "/cases", new { caseId = stray.Id })).Was(200);
        Assert.Equal([fits.Id, stray.Id], (await Marked.Cases(app, id)).Order());
        await Patience.Until(() => fits.Kinds(app.Admin), kinds => kinds.Count(k => k == "incidentJoined") == 2 && kinds.Contains("incidentLeft"));

        var other = (await app.Admin.Post("/api/v1/incidents", new { title = "別のこと" })).Was(201)["incidentId"];
        var refused = (await app.Admin.Post($"/api/v1/incidents/{other}/cases", new { caseId = stray.Id })).Was(409);
        Assert.Equal(("urn:madoguchi:problem:with-another-incident", id), (refused["type"], refused["incidentId"]));
        (await app.As(cast.Mio).Post(at + "/cases", new { caseId = stray.Id })).Was(422); // not hers to see
        (await app.Admin.Patch(at, new { since = app.Clock.GetUtcNow().AddHours(2) })).Was(422);
        (await app.Admin.Patch(at, new { lead = Guid.NewGuid() })).Was(422);
        (await app.Admin.Delete($"{at}/cases/{Guid.NewGuid()}")).Was(404);
    }

    [Fact]
    public async Task Two_that_are_one_go_on_as_one_and_nobody_is_told_twice()
    {
        var (cast, error) = (await app.Cast(), Marked.NewError());
        var hana = app.As(cast.Hana);
        var (told, untold) = (await Opened.At(app, Cast.Account), await Marked.Case(app, error));
        var (goesOn, one) = (await Broken.Of(app, await Opened.At(app, Cast.Account)), new Broken(app, (await hana.Post("/api/v1/incidents", new { title = "同じこと", errorText = error })).Was(201)["incidentId"]));
        await goesOn.Out((await hana.Post(goesOn.Path + "/updates", new { text = "先のお知らせ" })).Was(201)["updateId"]);
        (await hana.Delete($"{one.Path}/cases/{untold.Id}")).Was(204);
        (await hana.Post(one.Path + "/cases", new { caseId = told.Id })).Was(200);
        var waits = (await hana.Post(one.Path + "/updates", new { text = "後のお知らせ" })).Was(201)["updateId"];
        Assert.Equal("urn:madoguchi:problem:on-its-way", (await hana.Post(one.Path + "/merging", new { into = goesOn.Id })).Was(409)["type"]);
        await one.Out(waits);
        (await hana.Post(one.Path + "/cases", new { caseId = untold.Id })).Was(200);
        await Patience.Until(() => untold.Kinds(untold.Customer), kinds => kinds.Count(k => k == "incidentTold") == 1);

        (await hana.Post(one.Path + "/merging", new { into = one.Id })).Was(422);
        (await hana.Post(one.Path + "/merging", new { into = Guid.NewGuid() })).Was(422);
        foreach (var _ in new[] { 1, 2 })
            Assert.Equal("3", (await hana.Post(one.Path + "/merging", new { into = goesOn.Id })).Was(200)["cases"]);
        Assert.Equal(goesOn.Id, (await hana.Get(one.Path)).Was(200)["mergedInto"]);
        var late = await Marked.Case(app, error); // what either would have collected
        await Patience.Until(() => Marked.Cases(app, goesOn.Id), cases => cases.Contains(late.Id));
        (await hana.Post(one.Path + "/updates", new { text = "もう一度" })).Was(409);
        Assert.Equal(goesOn.Id, (await hana.Post("/api/v1/incidents", new { title = "三度目", caseId = told.Id })).Was(200)["incidentId"]);
        await Patience.Until(() => told.Kinds(app.Admin), kinds => kinds.Count(k => k == "incidentJoined") == 2);
        await goesOn.Out((await hana.Post(goesOn.Path + "/updates", new { text = "一つになって" })).Was(201)["updateId"]);
        Assert.Equal(2, (await told.Kinds(told.Customer)).Count(k => k == "incidentTold")); // its own, and the one since; not the older one

        (await hana.Delete(one.Path + "/merging")).Was(200);
        Assert.Equal(new[] { told.Id, untold.Id }.Order(), (await Marked.Cases(app, one.Id)).Order());
        Assert.DoesNotContain(told.Id, await Marked.Cases(app, goesOn.Id));
        (await hana.Delete(one.Path + "/merging")).Was(409);
    }

    public sealed class OnSqlite(SqliteApp app) : ChangingTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : ChangingTests(app), IClassFixture<PostgresApp>;
}
