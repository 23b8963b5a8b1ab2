using System.Net.ServerSentEvents;
using Madoguchi.Cases;
using Madoguchi.Cases.Following;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Cases;

public abstract class WatchTests(App app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Writes Writes => app.Services.GetRequiredService<Writes>();

    private WatchFollower Watch => app.Services.GetRequiredService<WatchFollower>();

    [Fact]
    public async Task A_lost_signal_delays_and_loses_nothing()
    {
        var theCase = await Opened.At(app, Cast.Account);
        await using var stream = theCase.Customer.Follow(theCase.Path + "/stream", ct: Ct).GetAsyncEnumerator(Ct);
        var last = await Next(stream);
        while (last.EventType == "entry" && last.EventId != await LastShown(theCase))
            last = await Next(stream);

        await Writes.Write(async db =>
        {
            var found = await db.Lock(Id<Case>.Parse(theCase.Id, null)).AsTracking().SingleAsync(CancellationToken.None);
            db.Add(Entry.Append(found, By.System, new ClosedBySilence(), app.Clock.Now, [1])); // without a ring: as if the signal were lost on its way
            await db.SaveChangesAsync(CancellationToken.None);
        }, Ct);
        await Watch.Pass(Ct);

        Assert.Contains("closedBySilence", (await Next(stream)).Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_taken_away_ends_its_stream()
    {
        var theCase = await Opened.At(app, Cast.Account);
        await using var stream = theCase.Customer.Follow(theCase.Path + "/stream", ct: Ct).GetAsyncEnumerator(Ct);
        await Next(stream);
        var id = Id<Case>.Parse(theCase.Id, null);

        await Writes.Write(db => db.Set<CaseToken>().Where(t => t.CaseId == id).ExecuteUpdateAsync(t => t.SetProperty(x => x.RevokedAt, app.Clock.Now), CancellationToken.None), Ct);
        await Watch.Pass(Ct);

        Assert.True(await Ends(stream));
    }

    [Fact]
    public async Task A_seat_taken_away_ends_the_agents_streams()
    {
        var (theCase, cast) = (await Opened.At(app, Cast.Billing), await app.Cast());
        await using var stream = app.As(cast.Mio).Follow(theCase.Path + "/stream", ct: Ct).GetAsyncEnumerator(Ct);
        await Next(stream);
        var id = Id<Agent>.Parse(cast.Mio.AgentId, null);

        await Writes.Write(db => db.Set<Seat>().Where(s => s.AgentId == id).ExecuteDeleteAsync(CancellationToken.None), Ct);
        await Watch.Pass(Ct);

        Assert.True(await Ends(stream));
    }

    private static async Task<string?> LastShown(Opened theCase) => (await theCase.Customer.Get(theCase.Path)).Was(200)["lastEntry"];

    // Beats say only that the line lives.
    private static async Task<SseItem<string>> Next(IAsyncEnumerator<SseItem<string>> stream)
    {
        while (await stream.MoveNextAsync())
        {
            if (stream.Current.EventType != "beat")
                return stream.Current;
        }

        throw new InvalidOperationException("The stream has ended.");
    }

    private static async Task<bool> Ends(IAsyncEnumerator<SseItem<string>> stream)
    {
        var until = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(60);
        while (await stream.MoveNextAsync())
        {
            if (TimeProvider.System.GetUtcNow() > until)
                return false;
        }

        return true;
    }

    public sealed class OnSqlite(SqliteApp app) : WatchTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : WatchTests(app), IClassFixture<PostgresApp>;
}
