using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Cases;

/// <summary>A case that a customer has just opened, seen by both sides.</summary>
public sealed record Opened(string Id, string Number, string Token, HttpClient Customer)
{
    public string Path => $"/api/v1/cases/{Id}";

    public static async Task<Opened> At(App app, string desk, string text = "アプリを開くと404と出ます。", string name = "山野 太郎")
    {
        await app.Cast();
        var made = (await app.Anonymous.Post("/api/v1/contacts", new { text, desk, name })).Was(201);
        return new(made["caseId"], made["customerNumber"], made["token"], app.WithToken(made["token"]));
    }

    public async Task<string> Status() => (await Customer.Get(Path)).Was(200)["status"];

    public async Task<string[]> Kinds(HttpClient reader) =>
        [.. (await reader.Get(Path + "/timeline")).Was(200).Json.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("kind").GetString()!)]; // every entry has one
}
