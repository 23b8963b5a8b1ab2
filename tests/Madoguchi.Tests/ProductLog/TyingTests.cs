using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.ProductLog;
using Madoguchi.ProductLog.Keeping;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.ProductLog;

public abstract class TyingTests(App app)
{
    private static readonly string[] Spaced = ["a b"];

    private static string New(string prefix) => $"{prefix}-{Guid.NewGuid().ToString("N")[..12]}";

    [Fact]
    public async Task A_key_tied_afterwards_finds_what_came_before_and_untied_nothing()
    {
        var (cast, product, account) = (await app.Cast(), await app.Product(), New("Acc"));
        (await product.Tell(Sent.Event(New("e"), subject: account.ToUpperInvariant()), Sent.Event(New("e"), data: new { accountId = account }), Sent.Event(New("e"), subject: New("Acc")))).Was(200);
        var (theCase, hana) = (await Opened.At(app, Cast.Account), app.As(cast.Hana));
        Assert.Empty(await Log.Of(hana, theCase));

        Assert.Equal((account, "Hana"), ((await hana.Put($"/api/v1/customers/{theCase.Number}/keys/account", new { value = $" {account}" })).Was(200)["value"], "Hana"));

        var found = await Log.Of(hana, theCase);
        Assert.Equal(2, found.Count);
        Assert.All(found, e => Assert.True(e.GetProperty("proven").GetBoolean()));
        Assert.Equal("account", (await hana.Get($"/api/v1/customers/{theCase.Number.ToLowerInvariant()}/keys")).Was(200).Json.GetProperty("keys")[0].Text("name"));
        (await hana.Delete($"/api/v1/customers/{theCase.Number}/keys/account")).Was(204);
        Assert.Empty(await Log.Of(hana, theCase));
    }

    [Fact]
    public async Task Who_may_not_see_the_customer_ties_nothing_and_a_customer_reads_no_log()
    {
        var cast = await app.Cast();
        var theCase = await Opened.At(app, Cast.Account);

        (await app.As(cast.Mio).Put($"/api/v1/customers/{theCase.Number}/keys/account", new { value = "x" })).Was(404);
        (await app.As(cast.Mio).Get(theCase.Path + "/product-log")).Was(404);
        (await theCase.Customer.Get(theCase.Path + "/product-log")).Was(404);
        (await app.As(cast.Hana).Put("/api/v1/customers/7K3MU/keys/account", new { value = "x" })).Was(404);
        (await app.As(cast.Hana).Put($"/api/v1/customers/{theCase.Number}/keys/9", new { value = "x" })).Was(422);
        (await app.As(cast.Hana).Put($"/api/v1/customers/{theCase.Number}/keys/account", new { value = " " })).Was(422);
        (await app.As(cast.Mio).Get($"/api/v1/customers/{theCase.Number}")).Was(200); // the number is read out to her
        (await app.As(cast.Mio).Put($"/api/v1/customers/{theCase.Number}/keys/account", new { value = "x" })).Was(200);
    }

    [Fact]
    public async Task What_the_customer_only_told_finds_events_and_says_so()
    {
        var (cast, product, mail, code) = (await app.Cast(), await app.Product(), $"{New("m")}@example.test", New("C"));
        var made = (await app.Anonymous.Post("/api/v1/contacts", new { text = "登録したのに未登録です", desk = Cast.Account, facts = new { email = mail, code } })).Was(201);
        (await product.Tell(Sent.Event("1", data: new { email = mail.ToUpperInvariant() }, source: New("/s")), Sent.Event("1", subject: code, source: New("/s")))).Was(200);

        var found = (await app.As(cast.Hana).Get($"/api/v1/cases/{made["caseId"]}/product-log")).Was(200).Json.GetProperty("events").EnumerateArray().ToList();

        Assert.Equal(["code", "email"], found.SelectMany(e => e.GetProperty("by").EnumerateArray().Select(b => b.GetString()!)).Order());
        Assert.All(found, e => Assert.False(e.GetProperty("proven").GetBoolean()));
    }

    [Fact]
    public async Task Late_and_early_events_stand_where_they_happened_in_pages()
    {
        var (cast, product, account, now) = (await app.Cast(), await app.Product(), New("acc"), app.Clock.GetUtcNow());
        var (theCase, hana) = (await Opened.At(app, Cast.Account), app.As(cast.Hana));
        (await hana.Put($"/api/v1/customers/{theCase.Number}/keys/account", new { value = account })).Was(200);
        var (late, between, ahead) = (New("late"), New("between"), New("ahead"));
        (await product.TellOne(Sent.Event(ahead, subject: account, time: now.AddMinutes(5)))).Was(200);
        (await product.TellOne(Sent.Event(between, subject: account, time: now.AddHours(-2)))).Was(200);
        (await product.TellOne(Sent.Event(late, subject: account, time: now.AddHours(-20)))).Was(200);
        (await product.TellOne(Sent.Event(New("old"), subject: account, time: now.AddHours(-26)))).Was(200);

        var usual = await Log.Of(hana, theCase, "");
        Assert.Equal([late, between, ahead], usual.Ids());
        Assert.InRange(usual[2].GetProperty("aheadSeconds").GetDouble(), 200, 300);
        Assert.False(usual[1].TryGetProperty("aheadSeconds", out _));
        var exact = usual[1].Text("time");
        Assert.Equal([between], (await Log.Of(hana, theCase, $"?from={Uri.EscapeDataString(exact)}&to={exact}")).Ids());
        var first = (await hana.Get(theCase.Path + "/product-log?limit=2")).Was(200).Json;
        Assert.Equal(3, first.GetProperty("count").GetInt32());
        Assert.Equal([ahead], (await Log.Of(hana, theCase, $"?limit=2&cursor={first.Text("next")}")).Ids());
        foreach (var wrong in (string[])["from=x", "to=2026", "cursor=x", "limit=0", "limit=501"])
            Assert.True((await hana.Get($"{theCase.Path}/product-log?{wrong}")).Was(422).Json.GetProperty("errors").TryGetProperty(wrong.Split('=')[0], out _));
    }

    [Fact]
    public async Task A_field_chosen_later_finds_earlier_events_too()
    {
        var (product, shop, theCase) = (await app.Product(), New("shop"), await Opened.At(app, Cast.Account));
        (await product.Tell([.. Enumerable.Range(0, 450).Select(i => Sent.Event($"{shop}-{i}", data: new { shop = new { customer = i % 9 == 0 ? shop : New("other") } }))])).Was(200);
        (await app.Admin.Put($"/api/v1/customers/{theCase.Number}/keys/shop", new { value = shop })).Was(200);
        Assert.Empty(await Log.Of(app.Admin, theCase));
        var before = (await app.Admin.Get("/api/v1/product-log/settings")).Was(200).Json;
        var fields = before.GetProperty("fields").EnumerateArray().Select(f => f.GetString()!).ToList();

        (await app.Admin.Put("/api/v1/product-log/settings", new { fields = fields.Append("data.shop.customer") })).Was(200);

        await Patience.Until(() => app.Admin.Get("/api/v1/product-log/settings"), s => !s.Was(200).Json.GetProperty("reindexing").GetBoolean());
        Assert.Equal(50, (await Log.Of(app.Admin, theCase)).Count);
        Assert.Equal(180, (await app.Admin.Put("/api/v1/product-log/settings", new { fields })).Was(200).Json.GetProperty("retentionDays").GetInt32());
        await Patience.Until(() => app.Admin.Get("/api/v1/product-log/settings"), s => !s.Was(200).Json.GetProperty("reindexing").GetBoolean());
        Assert.Empty(await Log.Of(app.Admin, theCase));
        (await app.Admin.Put("/api/v1/product-log/settings", new { fields = Spaced, retentionDays = 0 })).Was(422);
    }

    [Fact]
    public async Task Who_became_one_shares_the_keys()
    {
        var (product, account) = (await app.Product(), New("acc"));
        var (known, other) = (await Opened.At(app, Cast.Account), await Opened.At(app, Cast.Account));
        (await product.TellOne(Sent.Event(New("e"), subject: account))).Was(200);
        (await app.Admin.Put($"/api/v1/customers/{other.Number}/keys/account", new { value = account })).Was(200);
        Assert.Empty(await Log.Of(app.Admin, known));
        await app.Services.GetRequiredService<Writes>().Write(async db =>
        {
            var into = await db.Customers.Where(c => c.Number == known.Number).Select(c => c.Id).SingleAsync(CancellationToken.None);
            return await db.Customers.Where(c => c.Number == other.Number).ExecuteUpdateAsync(c => c.SetProperty(x => x.MergedInto, into), CancellationToken.None);
        }, CancellationToken.None);

        Assert.Single(await Log.Of(app.Admin, known));
        Assert.Single((await app.Admin.Get($"/api/v1/customers/{other.Number}/keys")).Was(200).Json.GetProperty("keys").EnumerateArray());
    }

    [Fact]
    public async Task Everything_new_is_followed_up_and_old_events_go_except_the_cited()
    {
        var (product, account, theCase) = (await app.Product(), New("acc"), await Opened.At(app, Cast.Account));
        (await app.Admin.Put($"/api/v1/customers/{theCase.Number}/keys/account", new { value = account })).Was(200);
        (await product.Tell([.. Enumerable.Range(0, 5).Select(i => Sent.Event($"{account}-{i}", subject: account))])).Was(200);
        await Patience.Until(() => Count(db => db.Set<FreshEvent>()), left => left == 0);
        var rests = (await Log.Of(app.Admin, theCase))[2];
        var cited = Id<ProductEvent>.Parse(rests.Text("eventId"), null);
        Assert.Equal(1, await app.Services.GetRequiredService<Writes>().Write(db => db.Cite([cited, new(Guid.NewGuid())]), CancellationToken.None));

        app.Clock.Advance(TimeSpan.FromDays(181));
        (await product.TellOne(Sent.Event($"{account}-new", subject: account, time: app.Clock.GetUtcNow().AddDays(-300)))).Was(200); // late, and welcome
        Assert.InRange(await app.Services.GetRequiredService<RetentionFollower>().Pass(CancellationToken.None), 4, int.MaxValue);

        Assert.Equal([$"{account}-new", rests.Text("id")], (await Log.Of(app.Admin, theCase)).Ids());
        Assert.Equal(0, await Count(db => db.EventKeys.Where(k => !db.Set<ProductEvent>().Any(e => e.Id == k.EventId))));
    }

    private async Task<int> Count<T>(Func<Db, IQueryable<T>> rows)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await rows(db).CountAsync(TestContext.Current.CancellationToken);
    }

    public sealed class OnSqlite(SqliteApp app) : TyingTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : TyingTests(app), IClassFixture<PostgresApp>;
}
