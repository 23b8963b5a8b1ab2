using System.Text.Json;
using Madoguchi.Customers;
using Madoguchi.Tests.Handovers;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Cases;

public abstract class ClaimTests(App app)
{
    [Fact]
    public async Task A_claimed_number_joins_nothing_until_an_agent_has_made_sure()
    {
        var known = await Stage.Told(app);
        var again = await Claiming(known.Number);
        Assert.NotEqual(known.Number, again.Number);
        Assert.Single((await Card(known)).GetProperty("cases").EnumerateArray());

        Assert.Equal(known.Number, (await Confirm(again)).Was(200)["customerNumber"]);

        Assert.Equal(known.Number, (await again.Case(again.Hana))["customerNumber"]);
        Assert.Equal(known.Number, (await again.Case(again.Customer)).Was(200)["customerNumber"]);
        Assert.Equal("numberConfirmed", (await again.Kinds(again.Hana))[^1]);
        Assert.DoesNotContain("numberConfirmed", await again.Kinds(again.Customer));
        var card = await Card(known);
        Assert.Equal(2, card.GetProperty("cases").GetArrayLength());
        Assert.Equal(["山野 はなこ"], Facts("name"));
        Assert.Equal(["GX-200", "GX-300"], Facts("model"));
        Assert.All(card.GetProperty("facts").EnumerateArray(), f => Assert.True(f.GetProperty("verified").GetBoolean()));
        Assert.Equal(known.Number, (await known.Hana.Get($"/api/v1/customers/{again.Number}")).Was(200)["customerNumber"]);

        IEnumerable<string> Facts(string key) => card.GetProperty("facts").EnumerateArray().Where(f => f.GetProperty("key").ToString() == key).Select(f => f.GetProperty("value").ToString());
    }

    [Fact]
    public async Task Nobodys_number_cannot_be_confirmed_and_nothing_is_confirmed_twice()
    {
        var nobody = await Claiming(CustomerNumber.Of(7, CustomerNumber.LongestPayload).Value);
        Assert.EndsWith("nobodys-number", (await Confirm(nobody)).Was(409)["type"], StringComparison.Ordinal);

        var again = await Claiming((await Stage.Told(app)).Number);
        (await again.Ken.Post($"/api/v1/cases/{again.CaseId}/claim/confirmation")).Was(404);
        (await again.Customer.Post($"/api/v1/cases/{again.CaseId}/claim/confirmation")).Was(404);
        (await Confirm(again)).Was(200);
        Assert.EndsWith("nothing-claimed", (await Confirm(again)).Was(409)["type"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_is_on_the_card_of_its_number_whatever_is_confirmed_at_once()
    {
        for (var round = 0; round < 10; round++)
        {
            var first = await Stage.Told(app);
            var second = await Claiming(first.Number);
            var third = await Claiming(second.Number);

            await Task.WhenAll(Confirm(second), Confirm(third));

            foreach (var stage in new[] { first, second, third })
            {
                var number = (await stage.Case(stage.Hana)).Was(200)["customerNumber"];
                var card = (await stage.Hana.Get($"/api/v1/customers/{number}")).Was(200).Json;
                Assert.Contains(stage.CaseId, card.GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("caseId").ToString()));
            }
        }
    }

    private static Task<Answer> Confirm(Stage stage) => stage.Hana.Post($"/api/v1/cases/{stage.CaseId}/claim/confirmation");

    private static async Task<JsonElement> Card(Stage stage) => (await stage.Hana.Get($"/api/v1/customers/{stage.Number}")).Was(200).Json;

    private Task<Stage> Claiming(string number) =>
        Stage.Told(app, new { text = "また届きません", desk = Cast.Account, name = "山野 はなこ", email = "hana@example.test", customerNumber = number, facts = new { model = "GX-300", serialNumber = "SN-1" } });

    public sealed class OnSqlite(SqliteApp app) : ClaimTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : ClaimTests(app), IClassFixture<PostgresApp>;
}
