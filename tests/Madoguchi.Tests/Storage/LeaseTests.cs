using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Storage;

public abstract class LeaseTests(App app)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static readonly string[] Languages = ["ja"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Writes Writes => app.Services.GetRequiredService<Writes>();

    [Fact]
    public async Task One_node_holds_it_until_it_runs_out_and_the_fence_tells_the_earlier_holder()
    {
        var (one, other) = (Node(), Node());
        var first = await one.Take("a", Minute, Ct);
        Assert.NotNull(first);
        Assert.Null(await other.Take("a", Minute, Ct));
        Assert.Equal(first, await one.Take("a", Minute, Ct));

        app.Clock.Advance(Minute * 2); // the first one was frozen
        var second = await other.Take("a", Minute, Ct);
        Assert.NotNull(second);
        Assert.True(second.Fence > first.Fence);
        Assert.False(await Writes.Write(db => db.Holds(first), Ct));
        Assert.True(await Writes.Write(db => db.Holds(second), Ct));
        Assert.Null(await one.Take("a", Minute, Ct));
    }

    [Fact]
    public async Task A_clock_that_jumps_keeps_nobody_off_for_longer_than_a_lease()
    {
        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.NotNull(await Node().Take("b", Minute, Ct));
        app.Clock.Advance(-TimeSpan.FromDays(1));

        Assert.NotNull(await Node().Take("b", Minute, Ct)); // the first one has died meanwhile
    }

    [Fact]
    public async Task Of_many_who_take_at_once_one_gets_it()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Node().Take("c", Minute, Ct)));

        Assert.Single(taken, l => l is not null);
    }

    [Fact]
    public async Task Old_once_keys_are_forgotten_and_young_ones_kept()
    {
        await Desk("old", 201);
        app.Clock.Advance(Once.Kept + Minute);
        await Desk("young", 201);

        Assert.True(await app.Services.GetRequiredService<OnceFollower>().Pass(Ct) >= 1);

        await Desk("young", 201);
        await Desk("old", 409);

        async Task Desk(string slug, int expected) =>
            (await app.Admin.Post("/api/v1/desks", new { slug, name = slug, languages = Languages }, key: slug)).Was(expected);
    }

    private Leases Node() => new(Writes, app.Clock);

    public sealed class OnSqlite(SqliteApp app) : LeaseTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : LeaseTests(app), IClassFixture<PostgresApp>;
}
