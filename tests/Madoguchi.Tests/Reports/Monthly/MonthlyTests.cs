using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Incidents;
using Madoguchi.Mail;
using Madoguchi.Reports.Counting;
using Madoguchi.Reports.Monthly;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Madoguchi.Voices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Reports.Monthly;

public abstract class MonthlyTests(App app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_month_tells_of_fires_voices_fixes_and_what_waits_and_stays_as_it_was_when_it_is_over()
    {
        var cast = await app.Cast();
        app.Clock.MoveTo(new DateTimeOffset(2031, 3, 5, 1, 0, 0, TimeSpan.Zero)); // ten in the morning in Tokyo
        var (now, ids) = (app.Clock.Now, new List<Id<Case>>());
        for (var i = 0; i < 3; i++)
            ids.Add(Id<Case>.Parse((await app.Anonymous.Post("/api/v1/contacts", new { text = $"動画が再生できません {i}", desk = Cast.Technical, product = i < 2 ? "動画アプリ" : "ルーター", facts = new { errorText = "ERR-404" } })).Was(201)["caseId"], null));
        await Patience.Until(Counted, counted => counted is (3, 0)); // whoever follows the record has done so
        await app.Services.GetRequiredService<Writes>().Write(db => Burn(db, ids, now), Ct);
        app.Clock.Advance(TimeSpan.FromHours(2));

        var month = (await app.As(cast.Sora).Get("/api/v1/reports/monthly?month=2031-03")).Was(200).Json;

        Assert.Equal(("2031-03", false, "Asia/Tokyo"), (month.GetProperty("month").GetString(), month.GetProperty("complete").GetBoolean(), month.GetProperty("zone").GetString()));
        var fire = Row(month, "fires");
        Assert.Equal(("再生が止まる", 30, 45, 90, 3), (fire.GetProperty("incident").GetString(), fire.GetProperty("minutesToNotice").GetInt32(), fire.GetProperty("minutesToDeclare").GetInt32(), fire.GetProperty("minutesToResolve").GetInt32(), fire.GetProperty("customers").GetInt32()));
        Assert.Equal(3 * 60, Sum(month, "fires", "lostMinutes"));
        Assert.Equal((2, 1), (Sum(month, "fixes", "behind"), Sum(month, "decisions", "waiting")));
        Assert.Equal(("1.0.1", 4), (Row(month, "fixes").GetProperty("version").GetString(), Row(month, "fixes").GetProperty("days").GetInt32()));
        Assert.Equal(("開発 太郎", 9), (Row(month, "decisions").GetProperty("decider").GetString(), Row(month, "decisions").GetProperty("days").GetInt32()));
        Assert.Equal((3, 3), (Sum(month, "days", "contacts"), Row(month, "errors").GetProperty("contacts").GetInt32()));
        Assert.Equal(("動画アプリ", 2, 0), (Row(month, "products").GetProperty("product").GetString(), Row(month, "products").GetProperty("contacts").GetInt32(), Row(month, "products").GetProperty("before").GetInt32()));
        Assert.StartsWith("3月はこれまでに、障害を1件消し止め、お客様が失った時間は延べ3時間でした。", month.GetProperty("headline").GetProperty("ja").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("内緒の理由", month.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("incident,severity,since", (await app.As(cast.Sora).Get("/api/v1/reports/monthly?month=2031-03&format=csv&part=fires")).Was(200).Text.TrimStart('\uFEFF'), StringComparison.Ordinal);

        await IsKept(cast);
    }

    // Over: made once, told of once, and the same whatever is written afterwards.
    private async Task IsKept(Cast cast)
    {
        app.Clock.MoveTo(new DateTimeOffset(2031, 4, 1, 0, 0, 0, TimeSpan.Zero));
        var follower = app.Services.GetRequiredService<MonthFollower>();
        await follower.Pass(Ct);
        Assert.Null(await follower.Pass(Ct));
        var made = (await app.As(cast.Sora).Get("/api/v1/reports/monthly?month=2031-03")).Was(200).Json;
        Assert.True(made.GetProperty("complete").GetBoolean());
        await app.Services.GetRequiredService<Writes>().Write(db => db.Incidents.ExecuteDeleteAsync(CancellationToken.None), Ct);

        Assert.Equal(made.ToString(), (await app.As(cast.Sora).Get("/api/v1/reports/monthly?month=2031-03")).Was(200).Json.ToString());
        var notice = Assert.Single((await app.As(cast.Sora).Get("/api/v1/notices")).Was(200).Json.GetProperty("notices").EnumerateArray(), n => n.GetProperty("kind").GetString() == "monthMade");
        Assert.Equal("/desk/reports/monthly?month=2031-03", notice.GetProperty("about").GetString());
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync(Ct);
        var letters = await db.Letters.AsNoTracking().Where(l => l.Kind == LetterKind.House).ToListAsync(Ct);
        Assert.Contains("/desk/reports/monthly?month=2031-03", Assert.Single(letters, l => l.To == cast.Sora.Email).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(letters, l => l.To == cast.Ken.Email);
    }

    [Theory]
    [InlineData("month=2026-13")]
    [InlineData("month=2226-01")]
    [InlineData("format=xls")]
    [InlineData("format=csv")]
    [InlineData("part=nothing")]
    public async Task What_is_no_month_is_refused(string asked)
    {
        var cast = await app.Cast();

        (await app.As(cast.Sora).Get("/api/v1/reports/monthly?" + asked)).Was(422);
    }

    private static Task<int> Burn(Db db, List<Id<Case>> ids, DateTimeOffset now)
    {
        var incident = new Incident { Id = Id<Incident>.New(), Title = "再生が止まる", Since = now.AddMinutes(-30), DeclaredAt = now.AddMinutes(15), ResolvedAt = now.AddMinutes(60), ById = default, ByName = "Sora", State = IncidentState.Resolved };
        db.Add(incident);
        db.AddRange(ids.Select(id => new IncidentCase { IncidentId = incident.Id, CaseId = id, How = Collected.Fitted, At = now }));
        Voice done = New("再生が止まる", VoiceState.Fixed), waits = New("字幕が小さい", VoiceState.Open);
        db.AddRange(done, waits);
        db.AddRange(Said(done, ids[0], 4), Said(done, ids[1], 1), Said(waits, ids[2], 0));
        db.Add(new Decision { Id = Id<Decision>.New(), VoiceId = done.Id, State = VoiceState.Fixed, Version = "1.0.1", Reason = "内緒の理由", ById = default, ByName = "Sora", ByShown = "Sora", At = now, DueAt = now });
        return db.SaveChangesAsync(CancellationToken.None);

        Voice New(string title, VoiceState state) => new() { Id = Id<Voice>.New(), Kind = VoiceKind.Defect, Title = title, State = state, CreatedAt = now.AddDays(-9), WaitingSince = now.AddDays(-9), DeciderName = "開発 太郎", ByName = "Sora" };

        VoiceCase Said(Voice voice, Id<Case> id, int daysAgo) => new() { VoiceId = voice.Id, CaseId = id, At = now, ByName = "Sora", SaidAt = now.AddDays(-daysAgo), Intensity = 0.5 };
    }

    private async Task<(int Contacts, int Fresh)> Counted()
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync(Ct);
        return (await db.CountedContacts.CountAsync(c => c.ErrorText != null && c.Product != null, Ct), await db.Set<FreshEntry>().CountAsync(Ct));
    }

    private static JsonElement Row(JsonElement month, string part) => month.GetProperty("parts").GetProperty(part).GetProperty("rows")[0];

    private static long Sum(JsonElement month, string part, string measure) => month.GetProperty("parts").GetProperty(part).GetProperty("sums").GetProperty(measure).GetInt64();

    public sealed class OnSqlite(SqliteApp app) : MonthlyTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : MonthlyTests(app), IClassFixture<PostgresApp>;
}
