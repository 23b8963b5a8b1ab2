using Madoguchi.Incidents;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Incidents;

/// <summary>Story S4 by the calls alone, each as plain as it can be: sixty with one new error text among four hundred ordinary contacts, on a day without history;
/// from the proposal to the sixty who are asked whether it works again.</summary>
public abstract class LoudspeakerTests(App app)
{
    private const int Ordinary = 400, Hit = 60, StillBroken = 3;
    private static readonly string[] Products = ["星の旅", "ボイスメモ", "家計簿", "写真館"];
    private static readonly string[] Problems = ["ログイン", "支払い", "表示", "引き継ぎ", "通知", "退会"];
    private static readonly string[] Wants =
    [
        "{0}で{1}について教えてください。機種を替えました。", "{1}がうまくいきません。{0}を使っています。", "{0}の{1}の画面はどこにありますか。", "昨日から{0}を使い始めました。{1}のやり方が分かりません。", "領収書が欲しいです。{0}の{1}です。",
        "How do I change {1} in {0}?", "家族と{0}を使っています。{1}を止めたいです。", "{0}を消してしまいました。{1}は戻せますか。",
    ];

    private sealed record Written(string CaseId, string Token);

    [Fact]
    public async Task Sixty_among_four_hundred_are_proposed_told_asked_and_three_come_back()
    {
        var cast = await app.Cast();
        var (hana, sora) = (app.As(cast.Hana), app.As(cast.Sora));
        for (var n = 0; n < Ordinary; n++)
            await Write(string.Format(null, Wants[n % Wants.Length], Products[n % Products.Length], Problems[n % Problems.Length]) + $" 受付の方へ、{n}番目です。", Products[n % Products.Length], Problems[n % Problems.Length], null, n);
        await Settled(Ordinary);
        Assert.Empty((await hana.Get("/api/v1/incidents/proposals")).Was(200).Json.GetProperty("proposals").EnumerateArray().Select(p => p.GetRawText()));

        List<Written> hit = [];
        for (var n = 0; n < Hit; n++)
            hit.Add(await Write($"ガチャを引いたら止まりました。{n}回目です。", "星の旅", null, $"E-{1000 + n}: 接続が切れました ({n}秒)", Ordinary + n));
        var proposal = (await Patience.Until(async () => (await hana.Get("/api/v1/incidents/proposals")).Was(200).Json.GetProperty("proposals").EnumerateArray().ToList(), all => all.Any(p => p.GetProperty("cases").GetArrayLength() == Hit))).Single();
        Assert.Equal(hit.Select(h => h.CaseId).Order(), proposal.GetProperty("cases").EnumerateArray().Select(c => c.GetString()!).Order());
        Assert.Equal("星の旅", proposal.GetProperty("product").GetString());
        Assert.True(proposal.GetProperty("seen").GetDouble() > proposal.GetProperty("expected").GetDouble());

        var incident = (await hana.Post("/api/v1/incidents", new { title = "ガチャで接続が切れる", proposalId = proposal.GetProperty("proposalId").GetString() })).Was(201)["incidentId"];
        var at = $"/api/v1/incidents/{incident}";
        await Patience.Until(async () => (await hana.Get(at + "/cases")).Was(200).Text, text => hit.All(h => text.Contains(h.CaseId, StringComparison.Ordinal)));
        var late = await Write("同じです。止まります。", "星の旅", null, "E-2000: 接続が切れました (7秒)", 999);
        await Patience.Until(async () => (await hana.Get(at + "/cases")).Was(200).Text, text => text.Contains(late.CaseId, StringComparison.Ordinal));
        Assert.Equal(Hit + 1, (await hana.Get(at + "/cases")).Was(200).Json.GetProperty("cases").GetArrayLength());

        await Said(await hana.Post(at + "/updates", new { text = new { ja = "原因が分かりました。直しています。", en = "We know the cause and are mending it." }, state = "identified" }));
        await Patience.Until(async () => (await app.Anonymous.Get("/status.json")).Was(200).Text, text => text.Contains("原因が分かりました", StringComparison.Ordinal));
        Assert.Contains("原因が分かりました", (await app.Anonymous.Get("/status?lang=ja")).Was(200).Text, StringComparison.Ordinal);
        foreach (var one in hit.Append(late))
            await Reads(one, "原因が分かりました");

        var voice = (await hana.Post("/api/v1/voices", new { kind = "defect", title = "ガチャで接続が切れる", caseId = hit[0].CaseId })).Was(201)["voiceId"];
        foreach (var one in hit)
            Assert.True((int)(await hana.Post($"/api/v1/voices/{voice}/cases", new { caseId = one.CaseId })).Status is >= 200 and < 300);
        var drawn = (await hana.Get("/api/v1/voices?sort=temperature")).Was(200).Json.GetProperty("voices").EnumerateArray().First();
        Assert.Equal(voice, drawn.GetProperty("voiceId").GetString());
        Assert.True(drawn.GetProperty("temperature").GetDouble() > 0);
        const string Inside = "次の版に間に合わせるため、外注した";
        Assert.True((int)(await app.Admin.Post($"/api/v1/voices/{voice}/decision", new { state = "fixed", version = "1.0.1", publicText = "1.0.1で直りました。", reason = Inside })).Status is >= 200 and < 300);
        app.Clock.Advance(TimeSpan.FromSeconds(15));
        foreach (var one in hit)
            await Reads(one, "1.0.1で直りました");

        Assert.True((int)(await hana.Post(at + "/resolution", new { text = new { ja = "接続を直しました。", en = "It is mended." } })).Status is >= 200 and < 300);
        foreach (var early in new[] { 0, Hit - 1 }) // they know before they are asked: their word stands
            (await app.WithToken(hit[early].Token).Post($"/api/v1/cases/{hit[early].CaseId}/works-again", new { yes = early > 0 })).Was(200);
        app.Clock.Advance(TimeSpan.FromSeconds(15));
        foreach (var one in hit)
        {
            await Reads(one, "接続を直しました。");
            if (hit.IndexOf(one) is not (0 or Hit - 1))
                (await app.WithToken(one.Token).Post($"/api/v1/cases/{one.CaseId}/works-again", new { yes = hit.IndexOf(one) >= StillBroken })).Was(200);
        }

        foreach (var one in hit)
        {
            var status = (await sora.Get($"/api/v1/cases/{one.CaseId}")).Was(200)["status"];
            Assert.Equal(hit.IndexOf(one) < StillBroken ? "waitingForUs" : "solved", status);
            Assert.DoesNotContain(Inside, (await app.WithToken(one.Token).Get($"/api/v1/cases/{one.CaseId}/timeline")).Was(200).Text, StringComparison.Ordinal);
        }

        var first = (await hana.Get($"/api/v1/cases?desk={Cast.Account}&status=waitingForUs")).Was(200).Json.GetProperty("cases").EnumerateArray().Take(StillBroken).Select(c => c.GetProperty("caseId").GetString()!);
        Assert.Equal(hit.Take(StillBroken).Select(h => h.CaseId).Order(), first.Order());
        var month = (await app.Admin.Get($"/api/v1/reports/monthly?month={app.Clock.GetUtcNow():yyyy-MM}")).Was(200).Text;
        Assert.Contains("ガチャで接続が切れる", month, StringComparison.Ordinal);
        Assert.DoesNotContain(Inside, (await app.Anonymous.Get("/status.json")).Was(200).Text, StringComparison.Ordinal);
    }

    private async Task<Written> Write(string text, string product, string? problem, string? error, int n)
    {
        var facts = error is null ? null : new { errorText = error };
        var made = (await app.Anonymous.Post("/api/v1/contacts", problem is null ? new { text, desk = Cast.Account, product, facts } : new { text, desk = Cast.Account, product, problem })).Was(201);
        if (n % 23 == 0)
            app.Clock.Advance(TimeSpan.FromSeconds(30)); // ten minutes in all
        return new(made["caseId"], made["token"]);
    }

    // What is said to everybody may be called off for ten seconds.
    private async Task Said(Answer answer)
    {
        Assert.True((int)answer.Status is >= 200 and < 300, answer.Text);
        app.Clock.Advance(TimeSpan.FromSeconds(15));
    }

    private Task<string> Reads(Written one, string words) =>
        Patience.Until(async () => (await app.WithToken(one.Token).Get($"/api/v1/cases/{one.CaseId}/timeline?limit=200")).Was(200).Text, text => text.Contains(words, StringComparison.Ordinal));

    /// <summary>Every contact has been counted.</summary>
    private Task<int> Settled(int contacts) => Patience.Until(async () =>
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Db>().ContactMarks.CountAsync(TestContext.Current.CancellationToken);
    }, count => count == contacts);

    public sealed class OnSqlite(SqliteApp app) : LoudspeakerTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : LoudspeakerTests(app), IClassFixture<PostgresApp>;
}
