using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Cases;

/// <summary>A story told at a desk, and the customer who told it.</summary>
public sealed record Told(App App, string CaseId, string Number, HttpClient Customer)
{
    public string Case => $"/api/v1/cases/{CaseId}";

    public static async Task<Told> Story(App app, object? facts = null, string? name = null, string desk = Cast.Account, string language = "ja", string? claims = null)
    {
        await app.Cast();
        var body = new Dictionary<string, object?> { ["text"] = "サインインできません。", ["desk"] = desk, ["language"] = language };
        foreach (var (key, value) in new (string, object?)[] { ("facts", facts), ("name", name), ("customerNumber", claims) })
        {
            if (value is not null)
                body[key] = value;
        }

        var made = (await app.Anonymous.Post("/api/v1/contacts", body)).Was(201);
        return new(app, made["caseId"], made["customerNumber"], app.WithToken(made["token"]));
    }

    public async Task Say(string text) => (await Customer.Post($"{Case}/messages", new { text })).Was(201);

    public async Task<IReadOnlyList<JsonElement>> Facts(HttpClient reader) => [.. (await reader.Get($"{Case}/facts")).Was(200).Json.GetProperty("facts").EnumerateArray()];

    public async Task<string?> Value(HttpClient reader, string key) => (await Facts(reader)).Where(f => f.Text("key") == key).Select(f => f.Text("value")).FirstOrDefault();

    public async Task<IReadOnlyList<JsonElement>> Entries(HttpClient reader) => [.. (await reader.Get($"{Case}/timeline")).Was(200).Json.GetProperty("entries").EnumerateArray()];

    public async Task<IReadOnlyList<string>> Kinds(HttpClient reader) => [.. (await Entries(reader)).Select(e => e.Text("kind"))];

    public async Task<string> Status() => (await Customer.Get(Case)).Was(200)["status"];

    public async Task<Answer> Ask(Player agent, string fact, string? because = null) =>
        await App.As(agent).Post($"{Case}/questions", because is null ? new { fact } : new { fact, because });

    public Task<List<string>> Addresses() => Read(async db =>
    {
        var number = Number;
        return await db.Customers.Where(c => c.Number == number).SelectMany(c => c.Addresses).Select(a => a.Folded).Order().ToListAsync();
    });

    /// <summary>As if that desk had been offered the case.</summary>
    public Task LetRead(Player agent, string desk) => App.Services.GetRequiredService<Writes>().Write(async db =>
    {
        Assert.NotEqual(App.BootstrapKey, agent.Key);
        var id = await db.Desks.Where(d => d.Slug == desk).Select(d => d.Id).SingleAsync();
        db.CaseDesks.Add(new CaseDesk { CaseId = Id<Case>.Parse(CaseId, null), DeskId = id, Why = Why.Offered });
        await db.SaveChangesAsync();
    }, TestContext.Current.CancellationToken);

    /// <summary>The same person after all: this case and what was told on it belong to the other story's customer.</summary>
    public Task IsBy(Told other) => App.Services.GetRequiredService<Writes>().Write(async db =>
    {
        var (number, id) = (other.Number, Id<Case>.Parse(CaseId, null));
        var to = await db.Customers.Where(c => c.Number == number).Select(c => c.Id).SingleAsync();
        await db.Cases.Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.CustomerId, to));
        await db.Facts.Where(f => f.CaseId == id).ExecuteUpdateAsync(f => f.SetProperty(x => x.CustomerId, to));
    }, TestContext.Current.CancellationToken);

    private async Task<T> Read<T>(Func<Db, Task<T>> look)
    {
        await using var db = await App.Services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await look(db);
    }
}

public static class Members
{
    public static string Text(this JsonElement json, string member) => json.GetProperty(member).GetString()!; // tests name members that are there
}
