using System.Text.Json;
using Madoguchi.Tests.Handovers;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Cards;

public abstract class CardTests(App app)
{
    [Fact]
    public async Task The_number_opens_facts_and_briefs_at_every_desk()
    {
        var stage = await Stage.Told(app);

        var card = await Card(stage.Ken, stage.Number);

        Assert.Equal((stage.Number, "山野 花子"), (card.GetProperty("customerNumber").ToString(), card.GetProperty("name").ToString()));
        Assert.Contains(card.GetProperty("facts").EnumerateArray(), f => f.GetProperty("value").ToString() == "GX-200");
        var shown = card.GetProperty("cases")[0];
        Assert.Equal((Cast.Account, "False"), (shown.GetProperty("desk").ToString(), shown.GetProperty("mine").ToString()));
        Assert.Equal(Stage.Words, shown.GetProperty("brief").GetProperty("problem").ToString());
        (await stage.Case(stage.Ken)).Was(404);
    }

    [Fact]
    public async Task The_look_is_on_record_once_an_hour_and_only_inside()
    {
        var stage = await Stage.Told(app);
        for (var i = 0; i < 3; i++)
            await Card(stage.Ken, stage.Number);
        await Card(stage.Hana, stage.Number);

        Assert.Single(await stage.Kinds(stage.Hana), "cardOpened");
        Assert.DoesNotContain("cardOpened", await stage.Kinds(stage.Customer));

        app.Clock.Advance(TimeSpan.FromMinutes(61));
        await Card(stage.Ken, stage.Number);
        Assert.Equal(2, (await stage.Kinds(stage.Hana)).Count(k => k == "cardOpened"));
    }

    [Fact]
    public async Task Every_form_of_the_number_is_forgiven_and_a_slip_is_nobodys()
    {
        var stage = await Stage.Told(app);
        await Card(stage.Ken, Uri.EscapeDataString(string.Join('-', stage.Number.ToLowerInvariant().ToCharArray())));
        await Card(stage.Ken, Uri.EscapeDataString(string.Concat(stage.Number.Select(c => (char)(c + 0xFEE0)))));

        (await stage.Ken.Get($"/api/v1/customers/{stage.Number[..^1]}{(stage.Number[^1] == '0' ? '1' : '0')}")).Was(404);
        (await stage.Customer.Get($"/api/v1/customers/{stage.Number}")).Was(404);
        (await app.Anonymous.Get($"/api/v1/customers/{stage.Number}")).Was(401);
    }

    [Fact]
    public async Task Nothing_of_another_customer_is_on_a_card_or_in_a_brief()
    {
        var (mine, other) = (await Stage.Told(app), await Stage.Told(app, new { text = "別の人の秘密の話", desk = Cast.Account, facts = new { model = "ZZ-999" } }));

        var card = (await Card(mine.Ken, mine.Number)).ToString();
        var brief = (await mine.Offer(mine.Hana, Cast.Technical)).Was(201).Text;

        Assert.DoesNotContain("秘密", card + brief, StringComparison.Ordinal);
        Assert.DoesNotContain("ZZ-999", card + brief, StringComparison.Ordinal);
        Assert.Contains("ZZ-999", (await Card(mine.Ken, other.Number)).ToString(), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> Card(HttpClient by, string number) => (await by.Get($"/api/v1/customers/{number}")).Was(200).Json;

    public sealed class OnSqlite(SqliteApp app) : CardTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : CardTests(app), IClassFixture<PostgresApp>;
}

public sealed class NumberGuessTests
{
    [Theory]
    [InlineData(On.Sqlite)]
    [InlineData(On.Postgres)]
    public async Task Only_wrong_numbers_count_and_each_agent_for_themselves(On on)
    {
        await using var app = await App.Start(on, ("Madoguchi:Rates:Numbers", "3"));
        var stage = await Stage.Told(app);
        for (var i = 0; i < 3; i++)
        {
            (await stage.Ken.Get($"/api/v1/customers/{stage.Number}")).Was(200);
            (await stage.Ken.Get("/api/v1/customers/nobody")).Was(404);
        }

        (await stage.Ken.Get($"/api/v1/customers/{stage.Number}")).Was(429);
        (await stage.Hana.Get($"/api/v1/customers/{stage.Number}")).Was(200);
    }
}
