using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Desks.OnDuty;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Desks;

public abstract class HoursTests(App app)
{
    private static readonly object Plan = new
    {
        week = new { mon = new[] { new { from = "9:00", to = "12:00" }, new { from = "13:00", to = "18:00" } }, sat = new[] { new { from = "0:00", to = "24:00" } } }, holidays = Array.Empty<object>(),
        closures = new[] { new { from = "2026-12-29", to = "2027-01-03", notice = "年末年始は休みます。" } },
    };

    [Fact]
    public async Task A_desk_without_hours_is_always_open_and_with_them_the_line_is_made_from_them()
    {
        await app.Cast();
        var at = $"/api/v1/desks/{Cast.Technical}";
        Assert.True((await app.Admin.Get(at + "/hours")).Was(200).Json.GetProperty("open").GetBoolean());
        Assert.True((await Clock(Cast.Technical)).IsAlways);
        (await app.Admin.Patch(at, new { hours = "平日 9-17" })).Was(200);

        var set = (await app.Admin.Put(at + "/hours", Plan)).Was(200);

        Assert.Equal("月 9:00–12:00・13:00–18:00、土 24時間（火–金・日・祝日は休み）", set["line"]);
        Assert.Equal(set["line"], (await app.Admin.Patch(at, new { name = "技術窓口" })).Was(200)["hours"]);
        (await app.Admin.Patch(at, new { hours = "平日 9-17" })).Was(422);
        var clock = await Clock(Cast.Technical);
        Assert.True(clock.IsOpen(new(2026, 11, 21, 23, 59, 0, TimeSpan.FromHours(9))));
        Assert.False(clock.IsOpen(new(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(9))));
        (await app.Admin.Delete(at + "/hours")).Was(204);
        Assert.Equal("平日 9-17", (await app.Admin.Patch(at, new { hours = "平日 9-17" })).Was(200)["hours"]);
    }

    [Fact]
    public async Task Hours_that_cannot_be_are_refused_where_they_stand()
    {
        await app.Cast();

        var refused = (await app.Admin.Put($"/api/v1/desks/{Cast.Account}/hours", new { week = new { mon = new[] { new { from = "9:00", to = "12:00" }, new { from = "11:00", to = "25:00" } } } })).Was(422);

        Assert.Contains("/week/mon/1/to", refused.Text, StringComparison.Ordinal);
        (await app.Admin.Put("/api/v1/desks/nowhere/hours", Plan)).Was(404);
        (await app.Admin.Get("/api/v1/desks/nowhere/hours")).Was(404);
    }

    [Fact]
    public async Task Told_over_the_api_an_agent_is_on_duty_for_twelve_hours_and_a_supervisor_only_where_they_sit()
    {
        var cast = await app.Cast();
        (await app.As(cast.Hana).Put("/api/v1/me/presence", new { state = "available", capacity = new { chat = 5 } })).Was(200);
        (await app.As(cast.Sora).Put("/api/v1/me/presence", new { state = "busy" })).Was(200);

        var there = await OnDuty(Cast.Account);

        Assert.Contains(there, a => a.AgentId.ToString() == cast.Hana.AgentId && a is { State: DutyState.Available, Capacity: (5, 1) });
        Assert.Contains(there, a => a.AgentId.ToString() == cast.Sora.AgentId && a.State is DutyState.Busy);
        Assert.DoesNotContain(await OnDuty(Cast.Billing), a => a.AgentId.ToString() == cast.Sora.AgentId);
        Assert.DoesNotContain(await OnDuty(Cast.Account, TimeSpan.FromHours(12)), a => a.AgentId.ToString() == cast.Hana.AgentId);
        (await app.As(cast.Hana).Put("/api/v1/me/presence", new { state = "offline" })).Was(200);
        Assert.Equal("offline", (await app.As(cast.Hana).Get("/api/v1/me/presence")).Was(200)["state"]);
        (await app.As(cast.Hana).Put("/api/v1/me/presence", new { state = "asleep" })).Was(422);
    }

    private Task<OpeningHours> Clock(string slug) => Ask((db, desk, ct) => db.OpeningHours(desk, ct), slug);

    private Task<IReadOnlyList<OnDutyAgent>> OnDuty(string slug, TimeSpan later = default) => Ask((db, desk, ct) => db.OnDuty(desk, app.Clock.GetUtcNow() + later, ct), slug);

    private async Task<T> Ask<T>(Func<Db, Id<Desk>, CancellationToken, Task<T>> look, string slug)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync(ct);
        return await look(db, await db.Desks.Where(d => d.Slug == slug).Select(d => d.Id).SingleAsync(ct), ct);
    }

    public sealed class OnSqlite(SqliteApp app) : HoursTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : HoursTests(app), IClassFixture<PostgresApp>;
}
