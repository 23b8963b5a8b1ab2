using System.Text.Json;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Handovers;

/// <summary>A customer's story at a desk, and the people who hand it on.</summary>
public sealed record Stage(App App, Cast Cast, string CaseId, string Number, HttpClient Customer)
{
    public const string Words = "二段階認証のコードが届かず、ログインできません。";

    public HttpClient Hana => App.As(Cast.Hana);

    public HttpClient Ken => App.As(Cast.Ken);

    public HttpClient Robin => App.As(Cast.Robin);

    public HttpClient Sora => App.As(Cast.Sora);

    public HttpClient Mio => App.As(Cast.Mio);

    public static async Task<Stage> Told(App app, object? contact = null)
    {
        var cast = await app.Cast();
        var made = (await app.Anonymous.Post("/api/v1/contacts", contact ?? new { text = Words, desk = Cast.Account, name = "山野 花子", facts = new { model = "GX-200" } })).Was(201);
        return new(app, cast, made["caseId"], made["customerNumber"], app.WithToken(made["token"]));
    }

    public Task<Answer> Offer(HttpClient by, string toDesk, string reason = "認証基盤の担当です", string? key = null) =>
        by.Post($"/api/v1/cases/{CaseId}/handovers", new { toDesk, reason }, key);

    /// <summary>An offer that was made: its id.</summary>
    public async Task<string> Offered(HttpClient by, string toDesk) => (await Offer(by, toDesk)).Was(201)["handoverId"];

    public static Task<Answer> Accept(HttpClient by, string offer, string? key = null) => by.Post($"/api/v1/handovers/{offer}/acceptance", key: key);

    public static Task<Answer> Return(HttpClient by, string offer, string reason = "アカウント側の設定です") => by.Post($"/api/v1/handovers/{offer}/return", new { reason });

    public static Task<Answer> Withdraw(HttpClient by, string offer) => by.Post($"/api/v1/handovers/{offer}/withdrawal");

    public Task<Answer> Case(HttpClient by) => by.Get($"/api/v1/cases/{CaseId}");

    public async Task<List<JsonElement>> Timeline(HttpClient by) =>
        [.. (await by.Get($"/api/v1/cases/{CaseId}/timeline")).Was(200).Json.GetProperty("entries").EnumerateArray()];

    public async Task<List<string>> Kinds(HttpClient by) => [.. (await Timeline(by)).Select(e => e.GetProperty("kind").ToString())];

    public Task<List<JsonElement>> NoticesOf(HttpClient agent, string kind) =>
        Patience.Until(async () => (await Notices(agent)).Where(n => n.GetProperty("kind").ToString() == kind).ToList(), found => found.Count > 0);

    public async Task<List<JsonElement>> Notices(HttpClient agent) =>
        [.. (await agent.Get("/api/v1/notices")).Was(200).Json.GetProperty("notices").EnumerateArray().Where(n => n.GetProperty("caseId").ToString() == CaseId)];
}
