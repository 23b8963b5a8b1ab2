using Madoguchi.Cases;
using Madoguchi.Incidents;
using Madoguchi.Incidents.Noticing;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Incidents.Noticing;

/// <summary>What is kept of a contact to be counted by.</summary>
public abstract class MarksTests(App app)
{
    [Fact]
    public async Task A_contact_is_marked_by_what_it_is_about_and_anew_when_more_is_told()
    {
        await app.Cast();
        var made = (await app.Anonymous.Post("/api/v1/contacts", new { text = "起動すると「ノード 17 が応答しません」と表示されます。", product = "ミナモ", problem = "起動", email = "Sora@Example.jp" })).Was(201);
        var (id, customer) = (made["caseId"], app.WithToken(made["token"]));

        var mark = await Patience.Until(() => Mark(id), m => m is not null);
        Assert.Equal(("ミナモ", "起動", "ノード # が応答しません", "ノード 17 が応答しません"), (mark!.Product, mark.Problem, mark.ErrorText, mark.Exact));
        Assert.Equal($"sora@example.jp #{made["customerNumber"]}", mark.Who); // by both is seen whether another contact is the same one's
        Assert.NotEqual("", mark.Sketch);

        (await customer.Put($"/api/v1/cases/{id}/facts/errorText", new { value = "E-1234" })).Was(200);
        await Patience.Until(() => Mark(id), m => m!.ErrorText == "e-1234");
        (await customer.Put($"/api/v1/cases/{id}/facts/errorText", new { value = "保存できません（slot 3）" })).Was(200);
        await Patience.Until(() => Mark(id), m => m!.ErrorText == "保存できません(slot #)");
    }

    private async Task<ContactMark?> Mark(string id)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var caseId = Id<Case>.Parse(id, null);
        return await db.ContactMarks.AsNoTracking().SingleOrDefaultAsync(m => m.CaseId == caseId, TestContext.Current.CancellationToken);
    }

    public sealed class OnSqlite(SqliteApp app) : MarksTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : MarksTests(app), IClassFixture<PostgresApp>;
}
