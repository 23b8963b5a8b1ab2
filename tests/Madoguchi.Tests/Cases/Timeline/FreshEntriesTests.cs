using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Madoguchi.Tests.Cases.Timeline;

public abstract class FreshEntriesTests(App app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_said_is_followed_up_and_taken_off_the_list()
    {
        var theCase = await Opened.At(app, Cast.Account);

        await Patience.Until(() => Fresh(theCase.Id), fresh => fresh.Count == 0);
    }

    [Fact]
    public async Task One_that_cannot_be_followed_up_stops_nobody_and_waits_with_its_reason()
    {
        var theCase = await Opened.At(app, Cast.Account);
        await Patience.Until(() => Fresh(theCase.Id), fresh => fresh.Count == 0);
        var id = Id<Case>.Parse(theCase.Id, null);
        // Due tomorrow: for the follower of this test, not for the app's own.
        var (tomorrow, today) = (new FakeClock(), app.Clock.Now);
        tomorrow.Advance(today + TimeSpan.FromDays(1) - tomorrow.Now);
        await app.Services.GetRequiredService<Writes>().Write(async db =>
        {
            var numbers = await db.Entries.Where(e => e.CaseId == id).Select(e => e.Number).ToListAsync(CancellationToken.None);
            db.AddRange(numbers.Select(n => new FreshEntry { CaseId = id, Number = n, DueAt = tomorrow.Now }));
            await db.SaveChangesAsync(CancellationToken.None);
        }, Ct);
        var learner = new Stumbling(at: 1);

        var follower = new EntryFollower(app.Services.GetRequiredService<Writes>(), [learner], app.Services.GetRequiredService<Madoguchi.Storage.Signals>(), tomorrow, NullLogger<EntryFollower>.Instance);
        Assert.True(await follower.CatchUp(Ct) > 1);

        Assert.Contains(2, learner.Learned);
        Assert.DoesNotContain(1, learner.Learned);
        var waiting = Assert.Single(await Fresh(theCase.Id));
        Assert.Equal((1, 1, "stumbled over 1", true), (waiting.Number, waiting.Attempts, waiting.Error, waiting.DueAt > tomorrow.Now));
    }

    private async Task<List<FreshEntry>> Fresh(string caseId)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync(Ct);
        var id = Id<Case>.Parse(caseId, null);
        return await db.Set<FreshEntry>().Where(f => f.CaseId == id).ToListAsync(Ct);
    }

    private sealed class Stumbling(int at) : EntryWork
    {
        public List<int> Learned { get; } = [];

        public override Task Do(Db db, IReadOnlyList<Entry> entries, DateTimeOffset now)
        {
            if (entries.Any(e => e.Number == at))
                throw new InvalidOperationException($"stumbled over {at}");
            Learned.AddRange(entries.Select(e => e.Number));
            return Task.CompletedTask;
        }
    }

    public sealed class OnSqlite(SqliteApp app) : FreshEntriesTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : FreshEntriesTests(app), IClassFixture<PostgresApp>;
}
