using System.Diagnostics;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Durability;

/// <summary>SIGKILL at random moments, with clients who do not give up: what was acknowledged is there once.</summary>
public abstract class KilledTests(On on)
{
    private const int Kills = 10;
    private const int Writers = 8;

    private static readonly Dictionary<string, string> Settings = new() { ["Madoguchi:Rates:Contacts"] = "100000" };

    private static readonly object Account = new { slug = "account", name = "アカウント窓口", languages = new[] { "ja" } };

    [Fact]
    public async Task A_killed_server_keeps_what_it_acknowledged_once()
    {
        await using var database = await Database.New(on);
        await using var app = await AppProcess.Start(database, Settings);
        using (var admin = app.Client(AppProcess.BootstrapKey))
            (await admin.Post("/api/v1/desks", Account)).Was(201);
        var ledger = new Ledger(app.Client, line: "account");
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(1, Writers).Select(w => ledger.Write($"writer {w}", stop.Token)).ToList();

        for (var kill = 1; kill <= Kills; kill++)
        {
            var until = ledger.Acknowledged + Random.Shared.Next(1, 120);
            await Until(() => ledger.Acknowledged >= until, writers);
            await app.Kill();
            await app.Begin();
        }

        var end = ledger.Acknowledged + 20;
        await Until(() => ledger.Acknowledged >= end, writers);
        await stop.CancelAsync();
        await Task.WhenAll(writers);
        await app.Kill();

        Assert.True(ledger.Acknowledged > Kills, "too little was written for this test to mean anything");
        Assert.All(ledger.Acts, act => Assert.NotNull(act.Entry));
        Assert.Empty(await Audit.Of(ledger, database));
    }

    [Fact]
    public async Task A_start_that_is_killed_in_the_middle_does_not_hinder_the_next()
    {
        var whole = TimeSpan.Zero;
        for (var part = 0; part <= 8; part++)
        {
            await using var database = await Database.NewEmpty(on);
            await using var app = AppProcess.Of(database, Settings);
            if (part > 0)
            {
                // Spread over the time that a start takes, migration included.
                app.Launch();
                await Task.Delay(whole * (0.3 + 0.08 * part), TestContext.Current.CancellationToken);
                await app.Kill();
            }

            var begin = Stopwatch.StartNew();
            await app.Begin();
            whole = part == 0 ? begin.Elapsed : whole;
            using var admin = app.Client(AppProcess.BootstrapKey);
            (await admin.Post("/api/v1/desks", Account)).Was(201);
            using var customer = app.Client();
            (await customer.Post("/api/v1/contacts", new { text = "まだ動きますか" })).Was(201);
        }
    }

    private static async Task Until(Func<bool> so, List<Task> writers)
    {
        while (!so())
        {
            if (writers.FirstOrDefault(w => w.IsFaulted) is { } failed)
                await failed;
            await Task.Delay(2, TestContext.Current.CancellationToken);
        }
    }

    public sealed class OnSqlite() : KilledTests(On.Sqlite);

    public sealed class OnPostgres() : KilledTests(On.Postgres);
}
