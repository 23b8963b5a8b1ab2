using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;
using Madoguchi.Voices.Digesting;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Voices;

/// <summary>A week of voices, made once and mailed once.</summary>
public abstract class DigestTests(App app)
{
    [Fact]
    public async Task On_monday_at_eight_it_is_made_once_and_mailed_to_each_reader_once()
    {
        var (ct, sora) = (TestContext.Current.CancellationToken, app.As((await app.Cast()).Sora));
        var title = $"止まる {Guid.NewGuid():N}";
        var voice = (await sora.Post("/api/v1/voices", new { kind = "defect", title, caseId = (await Opened.At(app, Cast.Account, "止まります。")).Id })).Was(201)["voiceId"];
        string[] who = [$"{Guid.NewGuid():N}@example.test", $"{Guid.NewGuid():N}@example.test"];
        (await sora.Put("/api/v1/voices/digest/readers", new { readers = new[] { new { address = "nobody", language = "ja" } } })).Was(422);
        (await sora.Put("/api/v1/voices/digest/readers", new { readers = new[] { new { address = who[0], language = "ja" }, new { address = who[1], language = "en" } } })).Was(200);
        var now = (await sora.Get("/api/v1/voices/digest")).Was(200).Json;
        // The same figure as on the board.
        Assert.Equal(Math.Round((await sora.Get($"/api/v1/voices/{voice}")).Json.GetProperty("temperature").GetDouble(), 2), Math.Round(now.GetProperty("voices").EnumerateArray().Single(v => v.Text("voiceId") == voice).GetProperty("temperature").GetDouble(), 2));
        (await sora.Post($"/api/v1/voices/{voice}/decision", new { state = "planned", publicText = "取りかかります。", reason = "himitsu" })).Was(201);

        var week = Week.Read(now.Text("week"))!.Value; // the server's own
        var tokyo = TimeSpan.FromHours(9);
        var follower = app.Services.GetRequiredService<DigestFollower>();
        app.Clock.MoveTo(new DateTimeOffset(week.After.Monday, new TimeOnly(7, 55), tokyo));
        Assert.False(await follower.Pass(ct));
        app.Clock.MoveTo(new DateTimeOffset(week.After.Monday, new TimeOnly(8, 1), tokyo));
        Assert.Single(await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => follower.Pass(ct))), made => made);

        var letters = new[] { Assert.Single(await Mailed.To(app.Database, who[0])), Assert.Single(await Mailed.To(app.Database, who[1])) };
        Assert.All(letters, l => Assert.Contains(title, l.Text, StringComparison.Ordinal));
        Assert.All(letters, l => Assert.DoesNotContain("himitsu", l.Text, StringComparison.Ordinal));
        Assert.Contains("温度の高い順", letters[0].Text, StringComparison.Ordinal);
        Assert.Contains("By temperature", letters[1].Text, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromDays(3));
        Assert.False(await follower.Pass(ct));
        var kept = (await sora.Get($"/api/v1/voices/digest?week={week.Name}")).Was(200).Json;
        Assert.Equal("planned", kept.GetProperty("decided").EnumerateArray().Single(d => d.Text("voiceId") == voice).Text("state"));
        (await sora.Get("/api/v1/voices/digest?week=2026-W54")).Was(422);
    }

    public sealed class OnSqlite(SqliteApp app) : DigestTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : DigestTests(app), IClassFixture<PostgresApp>;
}

public sealed class WeekTests
{
    [Theory]
    [InlineData("2026-11-22", "2026-W47")]
    [InlineData("2026-11-23", "2026-W48")]
    [InlineData("2027-01-01", "2026-W53")]
    [InlineData("2024-12-30", "2025-W01")]
    public void Weeks_begin_on_monday_and_belong_to_the_year_of_their_thursday(string day, string week) =>
        Assert.Equal(week, Week.Of(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Name);

    [Theory]
    [InlineData("2026-W00")]
    [InlineData("2025-W53")]
    [InlineData("2026W47")]
    [InlineData("2026-W4x")]
    [InlineData(null)]
    public void What_is_no_week_is_none(string? text) => Assert.Null(Week.Read(text));

    [Fact]
    public void It_begins_at_midnight_where_the_house_lives()
    {
        var (from, to) = new Week(2026, 47).In(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"));

        Assert.Equal((new DateTimeOffset(2026, 11, 15, 15, 0, 0, TimeSpan.Zero), TimeSpan.FromDays(7)), (from, to - from));
        Assert.Equal(("2026-W46", "2026-W48"), (new Week(2026, 47).Before.Name, new Week(2026, 47).After.Name));
    }

    [Fact]
    public void A_text_is_filled_in_in_one_go_and_what_is_left_open_is_seen()
    {
        var words = Madoguchi.Voices.Deciding.DecisionWords.BuiltIn.Single(w => w.Slug == "honest-no").With(new Dictionary<string, string> { ["title"] = "{why}", ["count"] = "60" });

        Assert.StartsWith("60 customers asked us for this: “{why}”.", words.En, StringComparison.Ordinal);
        Assert.Equal(["why", "instead"], Madoguchi.Voices.Deciding.DecisionWords.LeftOpen(words.En));
    }
}
