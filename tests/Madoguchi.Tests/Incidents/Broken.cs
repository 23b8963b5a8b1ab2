using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Incidents;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Incidents;

/// <summary>An incident of one test's own, with the cases that it has hit.</summary>
public sealed record Broken(App App, string Id)
{
    public string Path => $"/api/v1/incidents/{Id}";

    public static async Task<Broken> Of(App app, params Opened[] cases)
    {
        var (id, now) = (Id<Incident>.New(), app.Clock.GetUtcNow().ToMicroseconds());
        await app.Services.GetRequiredService<Writes>().Write(async db =>
        {
            db.Incidents.Add(new Incident { Id = id, Title = "サインイン障害", PublicJa = "サインインできない", PublicEn = "Sign-in fails", Since = now, DeclaredAt = now, ById = CurrentAgent.Bootstrap.Id, ByName = "bootstrap", ChangedAt = now });
            foreach (var one in cases)
                db.IncidentCases.Add(new IncidentCase { IncidentId = id, CaseId = Id<Case>.Parse(one.Id, null), How = Collected.Added, At = now });
            await db.SaveChangesAsync(CancellationToken.None);
        }, CancellationToken.None);
        return new(app, id.ToString());
    }

    /// <summary>A word that can be called off for a day: how long a test takes is not what is tested.</summary>
    public async Task<string> Coming(IncidentState state)
    {
        var (id, now) = (Id<IncidentUpdate>.New(), App.Clock.GetUtcNow().ToMicroseconds());
        await App.Services.GetRequiredService<Writes>().Write(async db =>
        {
            db.IncidentUpdates.Add(new IncidentUpdate { Id = id, IncidentId = Id<Incident>.Parse(Id, null), TextJa = "直りました。", State = state, ById = CurrentAgent.Bootstrap.Id, ByName = "x", ByShown = "x", At = now, DueAt = now.AddDays(1) });
            await db.SaveChangesAsync(CancellationToken.None);
        }, CancellationToken.None);
        return id.ToString();
    }

    /// <summary>The ten seconds go by, and all of them are told.</summary>
    public async Task<Answer> Out(string update)
    {
        App.Clock.Advance(TimeSpan.FromSeconds(11));
        return await Patience.Until(async () => (await App.Admin.Get($"{Path}/updates/{update}/recipients")).Was(200),
            r => r.Json.GetProperty("recipients").EnumerateArray().All(one => one.GetProperty("state").GetString() is not "waiting"));
    }
}
