using Madoguchi.Tests.Incidents;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Durability;

/// <summary>One update to many, while the server is killed twice: none is missed, none is told twice. <c>bench/run incident-update</c> does it with ten thousand.</summary>
public abstract class KilledUpdatesTests(On on)
{
    private const int People = 300;

    // Small steps, so that a kill falls between them.
    private static readonly Dictionary<string, string> Settings = new() { ["Madoguchi:Incidents:CasesAtOnce"] = "5" };

    [Fact]
    public async Task Everybody_is_told_once_through_two_kills()
    {
        await using var database = await Database.New(on);
        var incident = await Many.Hit(database, People);
        await Many.Announce(database, incident);
        await using var app = await AppProcess.Start(database, Settings);
        using var admin = app.Client(AppProcess.BootstrapKey);

        foreach (var atLeast in new[] { 1, People / 2 })
        {
            await Told(atLeast);
            await app.Kill();
            await app.Begin();
        }

        await Told(People);
        await app.Kill();

        Assert.Empty(await Many.Wrong(database, incident, People));

        Task Told(int atLeast) => Patience.Until(async () => (await admin.Get($"/api/v1/incidents/{incident}/updates")).Was(200).Json.GetProperty("updates")[0].GetProperty("told").GetInt32(), told => told >= atLeast);
    }

    public sealed class OnSqlite() : KilledUpdatesTests(On.Sqlite);

    public sealed class OnPostgres() : KilledUpdatesTests(On.Postgres);
}
