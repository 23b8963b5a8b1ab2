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

    public sealed class OnSqlite(SqliteApp app) : ChangingTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : ChangingTests(app), IClassFixture<PostgresApp>;
}
