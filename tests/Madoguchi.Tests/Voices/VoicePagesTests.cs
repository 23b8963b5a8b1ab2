using System.Text.RegularExpressions;
using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Voices;

/// <summary>Voices on pages, without scripts.</summary>
public abstract partial class VoicePagesTests(App app)
{
    [Fact]
    public async Task From_the_case_a_voice_is_made_others_are_offered_it_and_its_page_takes_what_is_learned()
    {
        using var hana = await app.SignedIn((await app.Cast()).Hana);
        var (mark, first) = ($"<{Guid.NewGuid():N}>", await Opened.At(app, Cast.Account, "山野です。地図を開くと画面が真っ暗になります。毎回なので本当に困っています。"));
        var title = $"地図を開くと画面が真っ暗になる {mark}";
        var blank = (await hana.Open($"/desk/cases/{first.Id}/voice")).Was(200).Text;
        Assert.Contains("声にする", (await hana.Open($"/desk/cases/{first.Id}")).Was(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("山野です", blank, StringComparison.Ordinal);
        (await hana.Send($"/desk/cases/{first.Id}/voice", new { title = " ", kind = "defect" })).Was(422);
        foreach (var _ in new[] { 1, 2 })
            (await hana.Send($"/desk/cases/{first.Id}/voice", new { title, kind = "defect", key = "one-click" })).Was(302);
        var theCase = (await hana.Open($"/desk/cases/{first.Id}")).Was(200).Text;
        var id = Assert.Single(Link().Matches(theCase).Select(m => m.Groups[1].Value).Distinct());
        Assert.Contains("地図を開くと画面が真っ暗になる &lt;", theCase, StringComparison.Ordinal);

        var second = await Opened.At(app, Cast.Account, "地図を開くと画面が真っ暗になる。直してください。", "佐藤 花");
        var sheet = (await hana.Open($"/desk/cases/{second.Id}/voice?lang=en")).Was(200).Text;
        Assert.Contains("Does one of these say the same?", sheet, StringComparison.Ordinal);
        Assert.Contains(id, sheet, StringComparison.Ordinal);
        (await hana.Send($"/desk/cases/{second.Id}/voice", new { into = id })).Was(302);

        var voice = $"/desk/voices/{id}";
        (await hana.Send(voice + "/news", new { text = "" })).Was(422);
        (await hana.Send(voice + "/news", new { text = "<b>夜だけ</b>", steps = "1. 夜に開く", versions = "2.0" })).Was(302);
        (await hana.Send($"{voice}/cases/{second.Id}/quote", new { act = "say", text = "真っ暗で何も見えません。" })).Was(302);
        (await hana.Send(voice, new { title = $"地図が真っ暗 {mark}", kind = "complaint", product = "地図", error = "" })).Was(302);
        var page = (await hana.Open(voice)).Was(200).Text;
        Assert.All(["&lt;b&gt;夜だけ&lt;/b&gt;", "真っ暗で何も見えません。", "地図が真っ暗", "苦情", "この温度のわけ", "2人が言っている", "呼び方を直しました"], words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.DoesNotContain("山野です", page.Split("id=\"behind\"")[0], StringComparison.Ordinal);

        (await hana.Send($"{voice}/cases/{second.Id}/quote", new { act = "out" })).Was(302);
        Assert.Contains("1 customer says it", (await hana.Open(voice + "?lang=en")).Was(200).Text, StringComparison.Ordinal);
        var board = (await hana.Open($"/desk/voices?lang=en&q={Uri.EscapeDataString(mark)}&kind=complaint&sort=recent")).Was(200).Text;
        Assert.Contains(id, board, StringComparison.Ordinal);
        Assert.Contains("No voice fits.", (await hana.Open($"/desk/voices?lang=en&q={Uri.EscapeDataString(mark)}&kind=wish")).Was(200).Text, StringComparison.Ordinal);
        var table = (await hana.Open($"/desk/voices.csv?q={Uri.EscapeDataString(mark)}")).Was(200).Text.Split("\r\n");
        Assert.Equal(3, table.Length); // a head, one voice, the end
        Assert.StartsWith($"{id},complaint,", table[1], StringComparison.Ordinal);
        Assert.Contains("つまずくところ", (await hana.Open("/desk/voices/stuck")).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("真っ暗", (await hana.Open("/desk/voices/stuck.csv")).Was(200).Text, StringComparison.Ordinal);
        Assert.NotEqual(200, (int)(await hana.Open($"/desk/voices/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task All_cases_of_an_incident_are_behind_its_voice_and_those_that_come_later_too()
    {
        var sora = app.As((await app.Cast()).Sora);
        var error = $"launch {Guid.NewGuid():N}"[..15];
        async Task Contact() => (await app.Anonymous.Post("/api/v1/contacts", new { text = "起動できません。", desk = Cast.Account, facts = new { errorText = error } })).Was(201);
        for (var i = 0; i < 3; i++)
            await Contact();
        var incident = (await sora.Post("/api/v1/incidents", new { title = $"起動できない {error}", errorText = error })).Was(201)["incidentId"];
        await Patience.Until(async () => (await sora.Get($"/api/v1/incidents/{incident}/cases")).Was(200).Json.GetProperty("cases").GetArrayLength(), n => n == 3);

        var drawn = (await sora.Post("/api/v1/voices", new { kind = "complaint", title = $"起動 {error}", incidentId = incident })).Was(201);
        Assert.Equal(("3", "3"), (drawn["joined"], drawn["cases"]));
        Assert.Equal("0", (await sora.Post($"/api/v1/voices/{drawn["voiceId"]}/cases", new { incidentId = incident })).Was(200)["joined"]);
        await Contact();

        await Patience.Until(async () => (await sora.Get($"/api/v1/voices/{drawn["voiceId"]}")).Was(200)["cases"], n => n == "4");
        using var page = await app.SignedIn((await app.Cast()).Sora);
        var other = (await sora.Post("/api/v1/incidents", new { title = $"表示が崩れる {error}", product = error })).Was(201)["incidentId"];
        foreach (var _ in new[] { 1, 2 })
            (await page.Send($"/desk/incidents/{other}/voice", new { key = "one-click" })).Was(302);
        Assert.Contains("/desk/voices/", (await page.Open($"/desk/incidents/{other}")).Was(200).Text.Split("id=\"voice\"")[1], StringComparison.Ordinal);
        Assert.Single((await sora.Get($"/api/v1/voices?q={Uri.EscapeDataString($"崩れる {error}")}")).Was(200).Json.GetProperty("voices").EnumerateArray());
        (await page.Send($"/desk/incidents/{Guid.NewGuid()}/voice")).Was(404);
        (await sora.Post("/api/v1/voices", new { kind = "defect", title = "x", incidentId = Guid.NewGuid() })).Was(404);
        (await sora.Post("/api/v1/voices", new { kind = "defect", title = "x" })).Was(422);
    }

    [GeneratedRegex("/desk/voices/([0-9a-f-]{36})\"")]
    private static partial Regex Link();

    public sealed class OnSqlite(SqliteApp app) : VoicePagesTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : VoicePagesTests(app), IClassFixture<PostgresApp>;
}
