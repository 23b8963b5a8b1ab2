using System.Net;
using System.Text.Json;
using Madoguchi.Storage;
using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;
using Madoguchi.Voices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Voices;

/// <summary>What is said anew lands on the voice that says it; like voices become one and can be taken apart.</summary>
public abstract class LandingTests(App app)
{
    [Fact]
    public async Task A_new_contact_with_its_error_text_lands_on_the_voice_and_after_the_fix_it_is_marked_as_again()
    {
        var hana = app.As((await app.Cast()).Hana);
        var error = $"sync failed {string.Concat($"{Guid.NewGuid():N}"[..7].Select(c => (char)('g' + (c % 16))))}"; // letters only: numbers are folded
        async Task<string> Contact(string text, string? told) => (await app.Anonymous.Post("/api/v1/contacts", new { text, desk = Cast.Account, facts = told is null ? null : new { errorText = told } })).Was(201)["caseId"];
        var first = await Contact("同期が止まります。", error);
        var before = await Contact("同期が進みません。", error);
        await Patience.Until(async () => await Marks(first) + await Marks(before), m => m == 2);
        var voice = (await hana.Post("/api/v1/voices", new { kind = "defect", title = $"同期 {error}", caseId = first })).Was(201)["voiceId"];
        Assert.Equal(error, (await hana.Get($"/api/v1/voices/{voice}")).Was(200)["errorText"]);

        Assert.Equal(("1", "2"), await Joined(hana, voice));
        Assert.Equal(("0", "2"), await Joined(hana, voice));
        await Contact("また止まりました。", error.ToUpperInvariant());
        await Contact("別のエラーです。", error + " elsewhere");
        await Patience.Until(() => Cases(hana, voice), c => c.Length == 3);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var (id, at) = (Madoguchi.Shared.Id<Voice>.Parse(voice, null), app.Clock.GetUtcNow().ToUniversalTime());
            await scope.ServiceProvider.GetRequiredService<Writes>().Write(db => db.Voices.Where(v => v.Id == id).ExecuteUpdateAsync(set => set.SetProperty(v => v.State, VoiceState.Fixed).SetProperty(v => v.Version, "1.0.1").SetProperty(v => v.DecidedAt, at)), TestContext.Current.CancellationToken);
        }

        app.Clock.Advance(TimeSpan.FromMinutes(5));
        var third = await Contact("直ったはずなのに出ます。", error);

        var cases = await Patience.Until(() => Cases(hana, voice), c => c.Length == 4);
        Assert.Equal("1.0.1", cases.Single(c => c.Text("caseId") == third).Text("again"));
        Assert.Equal(1, (await hana.Get($"/api/v1/voices/{voice}")).Was(200).Json.GetProperty("again").GetInt32());
        Assert.Equal("fitted", cases.Single(c => c.Text("caseId") == third).Text("how"));

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await Patience.Until(() => Count(db => db.Voices.Where(v => v.Id == Madoguchi.Shared.Id<Voice>.Parse(voice, null) && v.Untold == null && v.ToldDegrees > 20)), n => n == 1);
        app.Clock.Advance(TimeSpan.FromDays(20));
        Assert.NotEqual(0, await app.Services.GetRequiredService<Madoguchi.Voices.Changing.CoolingFollower>().Pass(TestContext.Current.CancellationToken));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await Patience.Until(() => Count(db => db.Voices.Where(v => v.Id == Madoguchi.Shared.Id<Voice>.Parse(voice, null) && v.Untold == null && v.ToldDegrees < 20)), n => n == 1);
    }

    [Fact]
    public async Task What_sounds_alike_is_offered_and_merged_voices_can_be_taken_apart_and_a_case_moved()
    {
        var hana = app.As((await app.Cast()).Hana);
        var (a, b) = (await Opened.At(app, Cast.Account, "請求書の宛名を会社名に変えたいです。"), await Opened.At(app, Cast.Account, "領収書の宛名が個人名になってしまい、経理に断られました。", "佐藤 花"));
        async Task<string> Draw(string title, string of) => (await hana.Post("/api/v1/voices", new { kind = "wish", title, caseId = of })).Was(201)["voiceId"];
        var one = await Draw("請求書の宛名を会社名に変えたい", a.Id);

        var asked = await Opened.At(app, Cast.Account, "請求書の宛名を会社名に変えられるようにしてほしいです。");
        var like = (await hana.Get($"/api/v1/voices/like?caseId={asked.Id}")).Was(200).Json.GetProperty("voices");
        Assert.Equal(one, like[0].GetProperty("voice").Text("voiceId"));
        (await app.As((await app.Cast()).Mio).Get($"/api/v1/voices/like?caseId={asked.Id}")).Was(404);
        var page = await Patience.Until(async () => (await hana.Get($"/api/v1/cases/{asked.Id}")).Was(200).Text, t => t.Length > 0);
        Assert.NotEmpty(page);
        await Patience.Until(() => Offers(asked.Id), o => o == 1);

        var other = await Draw("領収書の宛名を直したい", b.Id);
        Assert.Equal("2", (await hana.Post($"/api/v1/voices/{other}/merging", new { into = one })).Was(200)["cases"]);
        (await hana.Post($"/api/v1/voices/{other}/merging", new { into = one })).Was(409);
        (await hana.Post($"/api/v1/voices/{one}/merging", new { into = other })).Was(422); // it leads back to itself
        Assert.Equal(one, (await hana.Post($"/api/v1/voices/{other}/cases", new { caseId = asked.Id })).Was(200)["voiceId"]);
        Assert.Equal(one, (await hana.Get($"/api/v1/voices/{other}")).Was(200)["mergedInto"]);
        Assert.DoesNotContain(other, (await hana.Get("/api/v1/voices")).Was(200).Json.GetProperty("voices").EnumerateArray().Select(v => v.Text("voiceId")));
        Assert.Equal("1", (await hana.Delete($"/api/v1/voices/{other}/merging")).Was(200)["cases"]);
        (await hana.Delete($"/api/v1/voices/{other}/merging")).Was(409);
        // What the one lent to the other comes back, too.
        (await hana.Put($"/api/v1/voices/{other}", new { kind = "wish", title = "領収書の宛名を直したい", product = "請求書", errorText = "e-77" })).Was(200);
        (await hana.Post($"/api/v1/voices/{other}/merging", new { into = one })).Was(200);
        Assert.Equal("e-77", (await hana.Get($"/api/v1/voices/{one}")).Was(200)["errorText"]);
        (await hana.Delete($"/api/v1/voices/{other}/merging")).Was(200);
        Assert.False((await hana.Get($"/api/v1/voices/{one}")).Was(200).Json.TryGetProperty("errorText", out _));
        Assert.Equal([a.Id, asked.Id], (await Cases(hana, one)).Select(c => c.Text("caseId")!).Order());

        Assert.Equal("2", (await hana.Post($"/api/v1/voices/{one}/cases/{asked.Id}/move", new { to = other })).Was(200)["cases"]);
        (await hana.Post($"/api/v1/voices/{one}/cases/{asked.Id}/move", new { to = other })).Was(404);
        Assert.Contains("voiceLeft", await asked.Kinds(hana));
        Assert.DoesNotContain("voiceLeft", await asked.Kinds(asked.Customer));
    }

    [Fact]
    public async Task New_information_and_worded_quotes_stay_with_the_voice_and_say_nothing_of_who_they_are()
    {
        var (hana, mio) = (app.As((await app.Cast()).Hana), app.As((await app.Cast()).Mio));
        var theCase = await Opened.At(app, Cast.Account, "山野です。印刷すると必ず紙が詰まり、本当に困っています。連絡は090-1234-5678へ。");
        var voice = $"/api/v1/voices/{(await hana.Post("/api/v1/voices", new { kind = "defect", title = "印刷で紙が詰まる", caseId = theCase.Id })).Was(201)["voiceId"]}";

        (await hana.Post(voice + "/news", new { text = "厚紙だけで起きる。", caseId = theCase.Id, steps = "1. 厚紙を入れる\n2. 印刷", versions = "2.1–2.3", devices = "P-200" }, "once")).Was(201);
        (await hana.Post(voice + "/news", new { text = "厚紙だけで起きる。", caseId = theCase.Id, steps = "1. 厚紙を入れる\n2. 印刷", versions = "2.1–2.3", devices = "P-200" }, "once")).Was(201);
        (await hana.Post(voice + "/news", new { text = " " })).Was(422);
        var news = Assert.Single((await hana.Get(voice + "/news")).Was(200).Json.GetProperty("news").EnumerateArray());
        Assert.Equal(("P-200", theCase.Id), (news.Text("devices"), news.Text("caseId")));
        Assert.False(Assert.Single((await mio.Get(voice + "/news")).Was(200).Json.GetProperty("news").EnumerateArray()).TryGetProperty("caseId", out _));

        var quote = $"{voice}/cases/{theCase.Id}/quote";
        Assert.Equal("紙が必ず詰まる。", (await hana.Put(quote, new { text = "紙が必ず詰まる。" })).Was(200)["quote"]);
        Assert.False((await hana.Put(quote, new { hidden = true })).Was(200).Json.TryGetProperty("quote", out _));
        (await mio.Put(quote, new { text = "…" })).Was(404);
        Assert.Contains("困っています", (await hana.Put(quote, new { hidden = false })).Was(200)["quote"] + (await hana.Put(quote, new { })).Was(200)["quote"], StringComparison.Ordinal);
        var stuck = (await mio.Get("/api/v1/voices/stuck?days=30")).Was(200).Text;
        Assert.Contains("紙が詰まり", stuck, StringComparison.Ordinal);
        Assert.DoesNotContain("山野", stuck, StringComparison.Ordinal);
        (await mio.Get("/api/v1/voices/stuck?days=0")).Was(422);
    }

    private static async Task<(string, string)> Joined(HttpClient by, string voice)
    {
        var joined = (await by.Post($"/api/v1/voices/{voice}/cases", new { sameError = true })).Was(200);
        return (joined["joined"], joined["cases"]);
    }

    private static async Task<JsonElement[]> Cases(HttpClient reader, string voice) => [.. (await reader.Get($"/api/v1/voices/{voice}/cases")).Was(HttpStatusCode.OK).Json.GetProperty("cases").EnumerateArray()];

    private Task<int> Marks(string id) => Count(db => db.Set<Madoguchi.Incidents.Noticing.ContactMark>().Where(m => m.CaseId == Madoguchi.Shared.Id<Madoguchi.Cases.Case>.Parse(id, null)));

    private Task<int> Offers(string id) => Count(db => db.VoiceOffers.Where(o => o.CaseId == Madoguchi.Shared.Id<Madoguchi.Cases.Case>.Parse(id, null)));

    private async Task<int> Count<T>(Func<Db, IQueryable<T>> rows)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await rows(scope.ServiceProvider.GetRequiredService<Db>()).CountAsync(TestContext.Current.CancellationToken);
    }

    public sealed class OnSqlite(SqliteApp app) : LandingTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : LandingTests(app), IClassFixture<PostgresApp>;
}
