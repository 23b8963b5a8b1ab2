using Madoguchi.Cases;
using Madoguchi.Cases.Denying;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Cases.Denying;

/// <summary>Somebody has looked: findings and answers of the technical desk as they stand in the database.</summary>
public static class Looked
{
    public static async Task<string> Finds(this Told told, Verdict verdict)
    {
        var id = Id<Finding>.New();
        await told.App.Services.GetRequiredService<Writes>().Write(async db =>
        {
            db.Findings.Add(new() { Id = id, CaseId = Id<Case>.Parse(told.CaseId, null), Entry = 1, Verdict = verdict, Text = "ログを確かめました", Basis = "{}", ById = Id<Agent>.New(), ByName = "けん", At = told.App.Clock.Now });
            await db.SaveChangesAsync();
        }, TestContext.Current.CancellationToken);
        return id.ToString();
    }

    public static async Task Answers(this Told told, bool withdrawn = false)
    {
        await told.App.Services.GetRequiredService<Writes>().Write(async db =>
        {
            var at = told.App.Clock.Now;
            db.Escalations.Add(new()
            {
                Id = Id<Escalation>.New(), CaseId = Id<Case>.Parse(told.CaseId, null), HandoverId = Id<Handover>.New(), FromDeskId = Id<Desk>.New(), ToDeskId = Id<Desk>.New(), Question = "届いていますか", AskedBy = Id<Agent>.New(), AskedAt = at, DueAt = at,
                Answer = withdrawn ? null : "記録はありません", AnsweredAt = withdrawn ? null : at, WithdrawnAt = withdrawn ? at : null,
            });
            await db.SaveChangesAsync();
        }, TestContext.Current.CancellationToken);
    }
}
