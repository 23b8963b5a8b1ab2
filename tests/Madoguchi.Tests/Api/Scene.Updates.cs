using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Incidents;
using Madoguchi.Incidents.Resolving;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Api;

/// <summary>An incident of this call's own, which the case belongs to.</summary>
public sealed partial class Scene
{
    private static readonly string[] AboutUpdates =
    [
        "updateIncident", "resolveIncident", "listIncidentUpdates", "previewIncidentUpdate", "readIncidentRecipients", "callOffIncidentUpdate", "cancelIncidentUpdate", "readIncidentAnswers", "reopenIncident",
        "grantIncidentRemedy", "listIncidentRemedies", "approveIncidentRemedy", "answerWorksAgain", "readIncidentReview", "writeIncidentReview",
    ];

    // It may still be called off tomorrow: how long a test takes is not what is tested.
    private async Task Announced(Id<Incident> id)
    {
        var (update, now) = (Id<IncidentUpdate>.New(), troupe.App.Clock.GetUtcNow().ToMicroseconds());
        await troupe.App.Services.GetRequiredService<Writes>().Write(async db =>
        {
            db.IncidentUpdates.Add(new IncidentUpdate { Id = update, IncidentId = id, TextJa = "直しています。", ById = CurrentAgent.Bootstrap.Id, ByName = "x", ByShown = "x", At = now, DueAt = now.AddDays(1) });
            await db.SaveChangesAsync(CancellationToken.None);
        }, CancellationToken.None);
        named["updateId"] = update.ToString();
    }

    private async Task Affected(string call)
    {
        if (!AboutUpdates.Contains(call))
            return;
        var (id, now) = (Id<Incident>.New(), troupe.App.Clock.GetUtcNow().ToMicroseconds());
        var remedy = new IncidentRemedy { Id = Id<IncidentRemedy>.New(), IncidentId = id, Remedy = "fee", Amount = 20_000, Reason = Troupe.Secret, State = RemedyState.Asked, ById = Id<Agent>.New(), ByName = "x", At = now, DueAt = now.AddYears(1) };
        (named["incidentId"], named["remedyId"]) = (id.ToString(), call is "approveIncidentRemedy" ? remedy.Id.ToString() : Guid.CreateVersion7().ToString());
        await troupe.App.Services.GetRequiredService<Writes>().Write(async db =>
        {
            db.Incidents.Add(new Incident { Id = id, Title = "障害", Since = now, DeclaredAt = now, ById = CurrentAgent.Bootstrap.Id, ByName = "x", ChangedAt = now, ResolvedAt = call is "reopenIncident" ? now : null });
            db.IncidentCases.Add(new IncidentCase { IncidentId = id, CaseId = Id<Case>.Parse(CaseId, null), How = Collected.Added, At = now, AskedAt = call is "answerWorksAgain" ? now : null });
            db.IncidentRemedies.Add(remedy);
            await db.SaveChangesAsync(CancellationToken.None);
        }, CancellationToken.None);
        if (call is "readIncidentRecipients" or "callOffIncidentUpdate" or "cancelIncidentUpdate")
            await Announced(id);
    }
}
