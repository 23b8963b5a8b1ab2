using System.Net;
using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.ProductLog;

/// <summary>The check and the settings as plain pages, without scripts.</summary>
public abstract class PagesTests(App app)
{
    private static readonly string[] English = ["en"];

    [Fact]
    public async Task The_check_teaches_ties_a_key_and_shows_both_sides()
    {
        var (cast, product, account) = (await app.Cast(), await app.Product(), "Acc-" + Guid.NewGuid().ToString("N")[..8]);
        var theCase = await Opened.At(app, Cast.Account, "さきほど<b>登録</b>しました", "野田");
        using var hana = await app.SignedIn(cast.Hana);
        var path = $"/desk/cases/{theCase.Id}/proof";
        (await product.Tell(Sent.Event("1", "registration.completed", account, app.Clock.GetUtcNow().AddMinutes(-42), new { code = "<K>" }, "/" + account),
            Sent.Event("2", "reward.granted", account, app.Clock.GetUtcNow().AddMinutes(4), source: "/" + account))).Was(200);
        var before = (await hana.Open(path)).Was(200).Text;
        Assert.Contains("まだ結びついていません", before, StringComparison.Ordinal);
        Assert.DoesNotContain("registration.completed", before, StringComparison.Ordinal);

        (await hana.Send($"/desk/cases/{theCase.Id}/keys", new { name = "account", value = account.ToUpperInvariant() })).Was(302);

        var page = (await hana.Open(path)).Was(200).Text;
        Assert.Contains("さきほど&lt;b&gt;登録&lt;/b&gt;しました", page, StringComparison.Ordinal);
        Assert.Contains("registration.completed", page, StringComparison.Ordinal);
        Assert.Contains("<dd class=\"code\">&lt;K&gt;</dd>", page, StringComparison.Ordinal);
        Assert.Contains("何もなし", page, StringComparison.Ordinal);
        Assert.Contains("進んでいます", page, StringComparison.Ordinal);
        Assert.Contains("form=\"finding\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("reward.granted</b>", (await hana.Open(path + "?type=registration.completed")).Was(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("registration.completed</b>", (await hana.Open(path + "?q=granted")).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("registration.completed", (await hana.Open($"/desk/cases/{theCase.Id}")).Was(200).Text, StringComparison.Ordinal);
        foreach (var odd in (string[])["?at=x&minutes=y", "?at=9999-12-31T23:59:59Z&minutes=99999999", "?q=%00", "?type=%ed%a0%80", "?minutes=10&at=2026-11-21%2023:41"])
            (await hana.Open(path + odd)).Was(200);
        (await hana.Send($"/desk/cases/{theCase.Id}/keys", new { name = "1", value = "x" })).Was(422);
        (await hana.Send($"/desk/cases/{theCase.Id}/keys/account/removal")).Was(302);
        Assert.DoesNotContain("registration.completed", (await hana.Open(path)).Was(200).Text, StringComparison.Ordinal);
        using var mio = await app.SignedIn(cast.Mio);
        (await mio.Open(path)).Was(404);
        (await mio.Send($"/desk/cases/{theCase.Id}/keys", new { name = "account", value = account })).Was(404);
        Assert.Empty(app.Faults.Seen);
    }

    [Fact]
    public async Task An_administrator_makes_a_key_and_sees_what_arrives()
    {
        var email = $"{Guid.NewGuid():N}@example.test";
        var id = (await app.Admin.Post("/api/v1/agents", new { name = "Rin", email, desks = Array.Empty<string>(), languages = English, role = "administrator" })).Was(201)["agentId"];
        using var rin = await app.SignedIn(new Player("Rin", id, "") with { Name = email.Split('@')[0] });
        var name = $"shop {email[..8]}"; // others make keys, too
        var made = (await rin.Send("/settings/product-log/keys", new { name })).Was(200).Text;
        var key = made[made.IndexOf("mk_", StringComparison.Ordinal)..][..46];

        (await app.WithKey(key).TellOne(Sent.Event(email, "shop.opened", source: "/shop"))).Was(200);

        var page = (await rin.Open("/settings/product-log")).Was(200).Text;
        Assert.Contains("shop.opened", page, StringComparison.Ordinal);
        Assert.DoesNotContain(key, page, StringComparison.Ordinal);
        (await rin.Send("/settings/product-log", new { fields = "data.email\ndata.accountId data.code", facts = "email code accountId", retentionDays = "90" })).Was(302);
        Assert.Contains("value=\"90\"", (await rin.Open("/settings/product-log?done=saved")).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", (await rin.Send("/settings/product-log", new { retentionDays = "x" })).Was(200).Text, StringComparison.Ordinal);
        var row = page[page.IndexOf($"<b>{name}</b>", StringComparison.Ordinal)..];
        var keyId = row[(row.IndexOf("/settings/product-log/keys/", StringComparison.Ordinal) + 27)..][..36];
        (await rin.Send($"/settings/product-log/keys/{keyId}")).Was(302);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.WithKey(key).TellOne(Sent.Event("x"))).Status);
    }

    public sealed class OnSqlite(SqliteApp app) : PagesTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : PagesTests(app), IClassFixture<PostgresApp>;
}
