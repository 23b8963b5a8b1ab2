using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Campaigns;

/// <summary>A campaign as tests open it, and what its customers do.</summary>
public sealed record Opening(App App, string Slug, IReadOnlyList<string> Codes)
{
    public string Path => "/api/v1/campaigns/" + Slug;

    public static async Task<Opening> Of(App app, int codes = 3, TimeSpan? opens = null, TimeSpan? closes = null, object? listed = null)
    {
        var (slug, now) = ($"c-{Guid.NewGuid():N}"[..20], app.Clock.GetUtcNow());
        (await app.Admin.Post("/api/v1/campaigns", new
        {
            slug, name = new { ja = "夏のキャンペーン", en = "Summer" }, opens = now + (opens ?? TimeSpan.FromHours(-1)), closes = now + (closes ?? TimeSpan.FromHours(1)), codes = listed ?? new { generate = codes },
            reward = "コイン500枚",
        })).Was(201);
        var made = (await app.Admin.Get($"/api/v1/campaigns/{slug}/codes")).Was(200).Json.GetProperty("codes").EnumerateArray().Select(c => c.GetProperty("code").GetString()!).ToList(); // every code has one
        return new(app, slug, made);
    }

    public Task<Answer> Begin(string code, string email, string? key = null) => App.Anonymous.Post(Path + "/registrations", new { code, email }, key);

    public async Task<string> Begun(string code, string email) => (await Begin(code, email)).Was(202)["registrationId"];

    public Task<Answer> Confirm(string id, string code) => App.Anonymous.Post($"/api/v1/registrations/{id}/confirmation", new { confirmationCode = code });

    /// <summary>The newest code that came to an address.</summary>
    public async Task<string> CodeAt(string email, int nth = 1) => (await Mailed.To(App.Database, email, nth))[nth - 1].SixDigits;

    public async Task<Answer> Complete(string code, string email)
    {
        var id = await Begun(code, email);
        return (await Confirm(id, await CodeAt(email))).Was(200);
    }

    public static string Other(string code) => (code[0] == '9' ? '0' : (char)(code[0] + 1)) + code[1..];
}
