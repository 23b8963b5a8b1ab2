using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Thanks.Reading;

/// <summary>Thanks that name persons. The score is not here: it belongs to the supervisor.</summary>
/// <param name="Text">The customer's words; of a low score they go to the supervisor, and the names alone stand here.</param>
/// <param name="Subject">What for, as long as the agent may see the case; so is who says it.</param>
/// <param name="Mine">I am among those thanked.</param>
public sealed record PraiseView(Id<Case> CaseId, DateTimeOffset At, string? Text, IReadOnlyList<ThankedAgent> Agents, bool Mine, string Desk, string Language, string? Subject = null, string? From = null);

/// <param name="Mine">How many name me.</param>
public sealed record PraiseList(int Mine, IReadOnlyList<PraiseView> Praise);

public static class PraisesMapping
{
    public const int Newest = 100;

    /// <summary>What names me, or somebody of my desks, or was said at them; newest first.</summary>
    public static async Task<PraiseList> PraiseFor(this Db db, CurrentAgent agent, CancellationToken ct)
    {
        var (me, desks, all) = (agent.Id, agent.Desks, agent.SeesAll);
        var visible = db.Cases.VisibleTo(agent, db);
        var praised = db.Thanks.AsNoTracking().Where(t => t.Score != null && t.Praises.Any() && (all || desks.Contains(t.DeskId)
            || t.Praises.Any(p => p.AgentId == me || db.Set<Seat>().Any(s => s.AgentId == p.AgentId && desks.Contains(s.DeskId)))));
        var newest = await praised.OrderByDescending(t => t.GivenAt).ThenBy(t => t.CaseId).Take(Newest).Select(t => new
        {
            t.CaseId, t.GivenAt, Text = t.Score > CaseThanks.Low ? t.Text : null, Praises = t.Praises.ToList(),
            Desk = db.Set<Desk>().Where(d => d.Id == t.DeskId).Select(d => d.Slug).First(),
            Language = db.Set<Case>().Where(c => c.Id == t.CaseId).Select(c => c.Language).First(),
            Subject = visible.Where(c => c.Id == t.CaseId).Select(c => c.Subject).FirstOrDefault(),
            From = visible.Where(c => c.Id == t.CaseId).Join(db.Set<Customer>(), c => c.CustomerId, p => p.Id, (_, p) => p.Name).FirstOrDefault(),
        }).ToListAsync(ct);
        return new(await db.Praises.CountAsync(p => p.AgentId == me, ct), [.. newest.Select(t => new PraiseView(
            t.CaseId, t.GivenAt!.Value, t.Text, [.. t.Praises.OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => new ThankedAgent(p.AgentId.Value, p.Name))], // a score was given at some time
            t.Praises.Any(p => p.AgentId == me), t.Desk, t.Language, t.Subject, t.From))]);
    }
}
