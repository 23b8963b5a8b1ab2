using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Durability;

/// <summary>The judge is judged: damage that it does not name would pass for durability.</summary>
[Trait("needs", "app")]
public sealed class JudgeTests
{
    private static readonly string[] Languages = ["ja"];

    [Theory]
    [InlineData("delete from entries where \"Number\" = 3", "LOST")]
    [InlineData("delete from entries where \"Number\" = 3", "GAP")]
    [InlineData("insert into entries select \"CaseId\", 99, \"At\", \"Kind\", \"Role\", \"ById\", \"ByName\", \"Internal\", \"Body\", \"Salt\", \"Hash\", \"Withdrawn\" from entries where \"Number\" = 3", "DOUBLE")]
    [InlineData("update entries set \"Body\" = replace(\"Body\", 'writer', 'nobody') where \"Number\" = 3", "PHANTOM")]
    [InlineData("update entries set \"Body\" = replace(\"Body\", 'writer', 'nobody') where \"Number\" = 3", "CHAIN")]
    [InlineData("update entries set \"Number\" = 77 where \"Number\" = 3", "ORDER")]
    [InlineData("delete from case_desks", "HALF")]
    [InlineData("update once set \"Answer\" = x''", "HALF")]
    public async Task It_names_the_damage(string damage, string verdict)
    {
        await using var mine = await App.Start(On.Sqlite);
        (await mine.Admin.Post("/api/v1/desks", new { slug = "account", name = "アカウント窓口", languages = Languages })).Was(201);
        var ledger = new Ledger(token => token is null ? mine.Anonymous : mine.WithToken(token));
        using var stop = new CancellationTokenSource();
        var writer = ledger.Write("writer", stop.Token);
        while (ledger.Acknowledged < 5)
            await Task.Delay(2, TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await writer;
        Assert.Empty(await Audit.Of(ledger, mine.Database));

        await using (var db = await mine.Services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync(TestContext.Current.CancellationToken))
            await db.Database.ExecuteSqlRawAsync(damage, TestContext.Current.CancellationToken);

        Assert.Contains(await Audit.Of(ledger, mine.Database), line => line.StartsWith(verdict, StringComparison.Ordinal));
    }
}
