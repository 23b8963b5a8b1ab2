using Madoguchi.Care.Straining;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Care.Straining;

public abstract class StrainingTests(App app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_long_stretch_suggests_a_break_to_the_agent_alone_and_taking_it_stops_the_turns()
    {
        var cast = await app.Cast();
        app.Clock.MoveTo(new DateTimeOffset(2030, 5, 14, 1, 0, 0, TimeSpan.Zero)); // ten in the morning in Tokyo
        (await app.As(cast.Ken).Put("/api/v1/me/presence", new { state = "available" })).Was(200);
        var made = (await app.Anonymous.Post("/api/v1/contacts", new { text = "つながりません", desk = Cast.Technical })).Was(201);
        for (var i = 0; i < 9; i++)
        {
            (await app.As(cast.Ken).Post($"/api/v1/cases/{made["caseId"]}/messages", new { text = $"確認します {i}" })).Was(201);
            app.Clock.Advance(TimeSpan.FromMinutes(15));
        }

        await Patience.Until(() => Minutes(cast.Ken), minutes => minutes >= 120);
        using var ken = await app.SignedIn(cast.Ken);
        using var sora = await app.SignedIn(cast.Sora);
        await app.Services.GetRequiredService<StrainFollower>().Pass(Ct);
        var mine = (await app.As(cast.Ken).Get("/api/v1/me/strain")).Was(200).Json;

        Assert.Equal("longStretch", mine.GetProperty("suggestion").GetProperty("because").GetString());
        Assert.Contains("ひと息いかがですか", (await ken.Open("/desk/mine?lang=ja")).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("休憩なしで2時間15分", (await ken.Open("/desk/strain?lang=ja")).Was(200).Text, StringComparison.Ordinal);
        await IsNobodyElses(cast, sora);

        // Later: they go on, turns and all, and it comes again while the day stays as it is.
        (await app.As(cast.Ken).Post("/api/v1/me/strain/break", new { answer = "later" })).Was(200);
        Assert.Equal("available", (await app.As(cast.Ken).Get("/api/v1/me/presence")).Was(200)["state"]);
        Assert.False((await app.As(cast.Ken).Get("/api/v1/me/strain")).Was(200).Json.TryGetProperty("suggestion", out _));
        for (var i = 0; i < 3; i++)
        {
            (await app.As(cast.Ken).Post($"/api/v1/cases/{made["caseId"]}/messages", new { text = $"続けます {i}" })).Was(201);
            app.Clock.Advance(TimeSpan.FromMinutes(11));
        }

        await Patience.Until(() => Minutes(cast.Ken), minutes => minutes >= 157);
        await app.Services.GetRequiredService<StrainFollower>().Pass(Ct);
        Assert.True((await app.As(cast.Ken).Get("/api/v1/me/strain")).Was(200).Json.TryGetProperty("suggestion", out _));

        Assert.Equal("/desk", (await ken.Send("/desk/strain/break", new { answer = "taken" })).Was(302).Headers.Location!.ToString());
        Assert.Equal("break", (await app.As(cast.Ken).Get("/api/v1/me/presence")).Was(200)["state"]);
        (await app.As(cast.Ken).Post("/api/v1/me/strain/break", new { answer = "later" })).Was(409);
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        var rested = (await app.As(cast.Ken).Get("/api/v1/me/strain")).Was(200).Json;
        Assert.Equal((0, 1, "calm"), (rested.GetProperty("strain").GetProperty("stretchMinutes").GetInt32(), rested.GetProperty("breaks").GetArrayLength(), rested.GetProperty("strain").GetProperty("level").GetString()));
        await IsForgotten();
    }

    // Not to the supervisor, not to the administrator, and of the team nothing while it is few.
    private async Task IsNobodyElses(Cast cast, Browser sora)
    {
        var others = (await app.As(cast.Sora).Get("/api/v1/me/strain")).Was(200).Json;
        Assert.Equal(0, others.GetProperty("strain").GetProperty("workedMinutes").GetInt32());
        Assert.Equal(0, (await app.Admin.Get("/api/v1/me/strain")).Was(200).Json.GetProperty("strain").GetProperty("workedMinutes").GetInt32());
        Assert.DoesNotContain("2時間15分", (await sora.Open("/desk/strain?lang=ja")).Was(200).Text, StringComparison.Ordinal);
        var team = (await app.As(cast.Sora).Get($"/api/v1/desks/{Cast.Technical}/strain")).Was(200).Json;
        Assert.True(team.GetProperty("tooFew").GetBoolean());
        Assert.False(team.TryGetProperty("workedHours", out _));
        (await app.As(cast.Mio).Get($"/api/v1/desks/{Cast.Technical}/strain")).Was(404);
    }

    private async Task IsForgotten()
    {
        app.Clock.Advance(TimeSpan.FromDays(40));
        await app.Services.GetRequiredService<StrainFollower>().Pass(Ct);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync(Ct);
        Assert.Empty(await db.WorkMarks.ToListAsync(Ct));
    }

    private async Task<int> Minutes(Player who) => (await app.As(who).Get("/api/v1/me/strain")).Was(200).Json.GetProperty("strain").GetProperty("workedMinutes").GetInt32();

    public sealed class OnSqlite(SqliteApp app) : StrainingTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : StrainingTests(app), IClassFixture<PostgresApp>;
}
