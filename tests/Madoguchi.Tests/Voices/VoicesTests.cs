using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;
using Madoguchi.Voices;
using Madoguchi.Voices.Changing;
using Madoguchi.Voices.Warming;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Voices;

/// <summary>What customers say, drawn from their cases, with a temperature.</summary>
public abstract class VoicesTests(App app)
{
    [Fact]
    public async Task A_voice_is_drawn_from_a_case_others_join_it_and_it_gets_warmer()
    {
        var cast = await app.Cast();
        var hana = app.As(cast.Hana);
        var title = $"保存すると止まる {Guid.NewGuid():N}";
        var (first, second) = (await Opened.At(app, Cast.Account, "山野です、保存すると止まり、何度やっても同じで困っています。"), await Opened.At(app, Cast.Account, "保存で固まります。", "佐藤 花"));

        var drawn = (await hana.Post("/api/v1/voices", new { kind = "defect", title, caseId = first.Id }, "once")).Was(201);
        Assert.Equal(drawn["voiceId"], (await hana.Post("/api/v1/voices", new { kind = "defect", title, caseId = first.Id }, "once")).Was(201)["voiceId"]);
        var voice = $"/api/v1/voices/{drawn["voiceId"]}";
        var one = (await hana.Get(voice)).Was(200);
        var joined = (await hana.Post(voice + "/cases", new { caseId = second.Id })).Was(200);
        var again = (await hana.Post(voice + "/cases", new { caseId = second.Id })).Was(200);

        Assert.Equal(("1", "2", "0"), (joined["joined"], joined["cases"], again["joined"]));
        Assert.Equal(joined["temperature"], again["temperature"]);
        Assert.True(Degrees(one) > 9 && Degrees(joined) > Degrees(one));
        Assert.Contains("voiceJoined", await first.Kinds(hana));
        Assert.DoesNotContain("voiceJoined", await first.Kinds(first.Customer));
        var cases = (await hana.Get(voice + "/cases")).Was(200).Json;
        Assert.Equal(["drawn", "added"], cases.GetProperty("cases").EnumerateArray().OrderBy(c => c.Text("at")).Select(c => c.Text("how")));
        Assert.Contains("困っています", cases.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(cases.GetProperty("cases").EnumerateArray(), c => c.Text("quote")!.Contains("山野", StringComparison.Ordinal));
        // An agent of another desk sees the voice and how many are behind it, and none of the cases.
        var elsewhere = (await app.As(cast.Mio).Get(voice + "/cases")).Was(200).Json;
        Assert.Equal((2, 0), (elsewhere.GetProperty("all").GetInt32(), elsewhere.GetProperty("cases").GetArrayLength()));
        (await app.As(cast.Mio).Post(voice + "/cases", new { caseId = first.Id })).Was(404);
        (await first.Customer.Get(voice)).Was(404);
    }

    [Fact]
    public async Task The_board_sorts_and_narrows_and_cools_with_time()
    {
        var hana = app.As((await app.Cast()).Hana);
        var mark = $"{Guid.NewGuid():N}";
        async Task<string> Draw(string kind, string product, params string[] texts)
        {
            var cases = new List<string>();
            foreach (var text in texts)
                cases.Add((await Opened.At(app, Cast.Account, text)).Id);
            var id = (await hana.Post("/api/v1/voices", new { kind, title = $"{product} {mark}", caseId = cases[0], product })).Was(201)["voiceId"];
            foreach (var other in cases.Skip(1))
                (await hana.Post($"/api/v1/voices/{id}/cases", new { caseId = other })).Was(200);
            return id;
        }

        var wish = await Draw("wish", "アプリ", "暗い画面がほしいです。");
        var defect = await Draw("defect", "router", "止まります。最悪です。", "止まります。", "止まります。");
        async Task<JsonElement[]> List(string query) => [.. (await hana.Get($"/api/v1/voices?q={mark}&{query}")).Was(200).Json.GetProperty("voices").EnumerateArray()];

        Assert.Equal([defect, wish], (await List("sort=temperature")).Select(v => v.Text("voiceId")));
        Assert.Equal([wish], (await List("kind=wish&state=open")).Select(v => v.Text("voiceId")));
        Assert.Equal([wish], (await List($"product={Uri.EscapeDataString("あぷり")}")).Select(v => v.Text("voiceId")));
        foreach (var wrong in (string[])["sort=sideways", "kind=Wish", "state=7"])
            (await hana.Get($"/api/v1/voices?{wrong}")).Was(422);
        var before = (await List("sort=count"))[0];
        Assert.Equal(("defect", "open", 3), (before.Text("kind"), before.Text("state"), before.GetProperty("customers").GetInt32()));
        app.Clock.Advance(TimeSpan.FromDays(8));
        var after = (await List("sort=waiting"))[0];
        Assert.True(after.GetProperty("temperature").GetDouble() < before.GetProperty("temperature").GetDouble() && after.GetProperty("trend").GetDouble() < 0);
        Assert.Equal(8, after.GetProperty("waitingDays").GetInt32());

        // Two records become one customer: added up by the database or case by case, it is one temperature.
        await using var scope = app.Services.CreateAsyncScope();
        var (db, now, ct, id) = (scope.ServiceProvider.GetRequiredService<Db>(), app.Clock.GetUtcNow(), TestContext.Current.CancellationToken, Id<Voice>.Parse(defect, null));
        var who = await db.VoiceCases.Where(c => c.VoiceId == id).Join(db.Cases, c => c.CaseId, c => c.Id, (_, c) => c.CustomerId).ToListAsync(ct);
        await app.Services.GetRequiredService<Writes>().Write(work => work.Customers.Where(c => c.Id == who[0]).ExecuteUpdateAsync(set => set.SetProperty(c => c.MergedInto, who[1])), ct);
        await app.Services.GetRequiredService<CoolingFollower>().Pass(ct);
        var (heats, all) = (await db.Heats(now, ct), await db.AllSaid(ct));
        Assert.Equal(2, heats[id].Warmth.Customers);
        Assert.All(all, said => Assert.Equal((Temperature.Of(said.Value, now), Temperature.Before(said.Value, now.AddDays(-7))), (heats[said.Key].Course[^1], heats[said.Key].Course[^8])));
    }

    private static double Degrees(Answer answer) => answer.Json.GetProperty("temperature").GetDouble();

    public sealed class OnSqlite(SqliteApp app) : VoicesTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : VoicesTests(app), IClassFixture<PostgresApp>;
}
