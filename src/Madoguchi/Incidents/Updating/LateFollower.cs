using Madoguchi.Cases.Timeline;
using Madoguchi.Incidents.Collecting;
using Madoguchi.Incidents.Resolving;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Incidents.Updating;

/// <summary>Sees cases that join an incident after everybody was told: they hear the newest word too, once, and get what everybody got.</summary>
public sealed class LateFollower : EntryWork
{
    private const string Joined = "incidentJoined";

    public override async Task Do(Db db, IReadOnlyList<Entry> entries, DateTimeOffset now)
    {
        // Who confirms a solution has answered that it works, too.
        foreach (var solved in entries.Where(e => e.Kind == "solutionAnswered" && e.What is SolutionAnswered { Solved: true }))
        {
            await db.IncidentCases.Where(c => c.CaseId == solved.CaseId && c.AskedAt != null && c.AskedAt <= solved.At && c.WorksAgain == null)
                .ExecuteUpdateAsync(c => c.SetProperty(o => o.WorksAgain, true).SetProperty(o => o.AnsweredAt, solved.At), CancellationToken.None);
        }

        var ids = entries.Where(e => e.Kind == Joined).Select(e => e.CaseId).Distinct().ToList();
        if (ids.Count == 0)
            return;
        foreach (var incident in await db.IncidentCases.AsNoTracking().Where(c => ids.Contains(c.CaseId) && c.RemovedAt == null).Select(c => c.IncidentId).Distinct().ToListAsync(CancellationToken.None))
        {
            // Not while the next one begins: a late one would hear what was said before as the last.
            await db.Lock(incident).AsNoTracking().SingleOrDefaultAsync(CancellationToken.None);
            if (await db.IncidentUpdates.AsNoTracking().Where(u => u.IncidentId == incident && u.BegunAt != null && u.CancelledAt == null).OrderByDescending(u => u.DueAt).FirstOrDefaultAsync(CancellationToken.None) is { } newest
                && (!newest.Resolves || await db.Incidents.AnyAsync(i => i.Id == incident && i.ResolvedAt != null, CancellationToken.None))) // reopened: it is not over, whatever was said
                await db.Line(newest);
            await db.LineForRemedies(incident);
        }

        db.RingAfterCommit(CollectingMapping.Topic);
    }
}
