using Madoguchi.Mail;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Durability;

/// <summary>SIGKILL while a letter is being sent: it is not lost, and doubled only where nobody could know.</summary>
public abstract class KilledLettersTests(On on)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("RCPT", 1)] // nobody has it yet
    [InlineData(".", 2)] // the server has it, and could not say so
    public async Task A_letter_of_a_killed_server_is_sent_after_all(string at, int copies)
    {
        await using var box = new Letterbox();
        await using var database = await Database.New(on);
        await using var app = await AppProcess.Start(database, box.Settings.ToDictionary(s => s.Item1, s => s.Item2));
        var (reached, killed) = (new TaskCompletionSource(), new TaskCompletionSource());
        box.Holds = async word =>
        {
            if (word != at)
                return;
            reached.TrySetResult();
            await killed.Task;
        };
        var path = await TwoNodesLettersTests.Post(app, "yamano@example.jp");

        await reached.Task.WaitAsync(TimeSpan.FromSeconds(60), Ct);
        await app.Kill();
        killed.SetResult();
        await RunOut(database);
        await app.Begin();

        using var admin = app.Client(AppProcess.BootstrapKey);
        await Patience.Until(() => admin.Get(path + "/timeline"), t => t.Text.Contains("\"mailed\"", StringComparison.Ordinal));
        var taken = await box.Until(t => t.Count >= copies);
        Assert.Equal(copies, taken.Count);
        Assert.Single(taken.Select(m => m["Message-ID"]).Distinct());
        using var customer = app.Client(taken[^1].Token);
        (await customer.Get(path)).Was(200);
    }

    // The dead server's claim, as if its minute and a half were over.
    private static async Task RunOut(Database database)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddStorage(new Engine(database.ConnectionString, database.Folder));
        await using var provider = services.BuildServiceProvider();
        await using var db = await provider.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync(Ct);
        Assert.Equal(1, await db.Letters.Where(l => l.State == LetterState.Waiting && l.Attempts == 1).ExecuteUpdateAsync(l => l.SetProperty(x => x.DueAt, x => x.CreatedAt), Ct));
    }

    public sealed class OnSqlite() : KilledLettersTests(On.Sqlite);

    public sealed class OnPostgres() : KilledLettersTests(On.Postgres);
}
