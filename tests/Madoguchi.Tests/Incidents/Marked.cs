using Madoguchi.Cases;
using Madoguchi.Incidents;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Incidents;

/// <summary>Cases of which is known what they are about.</summary>
public static class Marked
{
    /// <summary>An error that nobody else has.</summary>
    public static string NewError() => $"error {new string([.. Guid.NewGuid().ToString("N").Select(c => (char)('g' + (c % 16)))])}";

    public static async Task<Opened> Case(App app, string error, string? product = null, string desk = Cast.Account)
    {
        var opened = await Tell(app, error, product, desk);
        await IsMarked(app, opened.Id, error);
        return opened;
    }

    /// <summary>Told, and not marked yet.</summary>
    public static async Task<Opened> Tell(App app, string error, string? product = null, string desk = Cast.Account)
    {
        await app.Cast();
        var (facts, text) = (new { errorText = error }, "アプリを開けません。");
        var made = (await app.Anonymous.Post("/api/v1/contacts", product is null ? new { text, desk, facts } : new { text, desk, product, facts })).Was(201);
        return new(made["caseId"], made["customerNumber"], made["token"], app.WithToken(made["token"]));
    }

    public static async Task IsMarked(App app, string id, string error)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var (db, theCase) = (scope.ServiceProvider.GetRequiredService<Db>(), Id<Case>.Parse(id, null));
        await Patience.Until(() => db.ContactMarks.AnyAsync(m => m.CaseId == theCase && m.ErrorText == error, CancellationToken.None), marked => marked);
    }

    public static async Task<string[]> Cases(App app, string incident) => [.. (await app.Admin.Get($"/api/v1/incidents/{incident}/cases")).Was(200).Json.GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("caseId").GetString()!)]; // every case has an id
}
