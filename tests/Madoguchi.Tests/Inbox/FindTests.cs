using Madoguchi.Customers;
using Madoguchi.Storage;
using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Inbox;

public abstract class FindTests(App app)
{
    [Theory]
    [InlineData("高橋", true)]
    [InlineData("高橋　花子", true)]
    [InlineData("花子 高橋", true)]
    [InlineData("たかはし", true)]
    [InlineData("ﾀｶﾊｼ", true)]
    [InlineData("タカハシ はな", true)]
    [InlineData("ＨＡＮＡＫＯ＠example.test", true)]
    [InlineData("０９０-1111-2222", true)]
    [InlineData("+81 90 1111 2222", true)]
    [InlineData("高橋 一郎", false)]
    [InlineData("%", false)]
    [InlineData("_", false)]
    public async Task A_customer_is_found_however_it_is_written(string words, bool found)
    {
        var cast = await app.Cast();
        var theCase = await Takahashi();

        Assert.Equal(found, (await Find(cast.Hana, words)).Contains(theCase));
        Assert.DoesNotContain(theCase, await Find(cast.Mio, words));
    }

    [Fact]
    public async Task A_number_read_out_in_full_leads_anybody_to_the_card_and_tells_nothing_else()
    {
        var (theCase, cast) = (await Opened.At(app, Cast.Account), await app.Cast());

        var own = (await app.As(cast.Hana).Get("/api/v1/customers?q=" + theCase.Number.ToLowerInvariant())).Was(200).Json.GetProperty("customers")[0];
        Assert.Equal((theCase.Number, theCase.Id), (own.GetProperty("customerNumber").GetString(), own.GetProperty("caseId").GetString()));

        var foreign = (await app.As(cast.Mio).Get("/api/v1/customers?q=" + theCase.Number)).Was(200).Json.GetProperty("customers");
        var nobody = (await app.As(cast.Mio).Get("/api/v1/customers?q=7K3MT")).Was(200).Json.GetProperty("customers");
        Assert.Equal($"[{{\"customerNumber\":\"{theCase.Number}\"}}]", foreign.GetRawText());
        Assert.Equal("[{\"customerNumber\":\"7K3MT\"}]", nobody.GetRawText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("%20")]
    [InlineData("a%00b")]
    public async Task Nothing_to_look_for_is_said(string q) =>
        (await app.As((await app.Cast()).Hana).Get("/api/v1/customers?q=" + q)).Was(422);

    [Fact]
    public async Task A_desk_of_an_impossible_name_has_no_cases() =>
        Assert.Empty((await app.As((await app.Cast()).Hana).Get("/api/v1/cases?desk=a%00b")).Was(200).Json.GetProperty("cases").EnumerateArray());

    private async Task<string> Takahashi()
    {
        await app.Cast();
        var made = (await app.Anonymous.Post("/api/v1/contacts", new { text = "こんにちは", desk = Cast.Account, name = "高橋 花子", email = "hanako@example.test", phone = "090-1111-2222" })).Was(201);
        var number = made["customerNumber"];
        await app.Services.GetRequiredService<Writes>().Write(async db =>
        {
            var customer = await db.Customers.AsTracking().SingleAsync(c => c.Number == number, CancellationToken.None);
            customer.Reading = "たかはし はなこ";
            await db.SaveChangesAsync(CancellationToken.None);
        }, TestContext.Current.CancellationToken);
        return number;
    }

    private async Task<List<string>> Find(Player player, string words) =>
        [.. (await app.As(player).Get("/api/v1/customers?q=" + Uri.EscapeDataString(words))).Was(200).Json.GetProperty("customers").EnumerateArray().Select(c => c.GetProperty("customerNumber").GetString()!)]; // every customer has one

    public sealed class OnSqlite(SqliteApp app) : FindTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : FindTests(app), IClassFixture<PostgresApp>;
}
