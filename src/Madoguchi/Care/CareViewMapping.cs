using Madoguchi.Care.Supervising;
using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Care;

/// <summary>A case that supervisors look after.</summary>
/// <param name="Desk">Its slug.</param>
/// <param name="Folded">How many messages are folded.</param>
public sealed record CaredFor(Id<Case> CaseId, string Subject, string Desk, string? Agent, CareStep? Step, int Folded, int Weight, DateTimeOffset? LastAt, SupervisorView? Supervisor);

public sealed record CareList<T>(IReadOnlyList<T> Cases);

public static class CareViewMapping
{
    private const int AtMost = 200;
    private static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    extension(Db db)
    {
        /// <summary>Null when this agent may not see the case.</summary>
        public async Task<CareView?> CareOf(Id<Case> id, CurrentAgent agent, DateTimeOffset now, CancellationToken ct) =>
            await db.Cases.AsNoTracking().VisibleTo(agent, db).SingleOrDefaultAsync(c => c.Id == id, ct) is { } theCase ? await db.CareOf(theCase, now, ct) : null;

        /// <summary>The caller has found the case by a scope of its own.</summary>
        public async Task<CareView> CareOf(Case theCase, DateTimeOffset now, CancellationToken ct)
        {
            var id = theCase.Id;
            var marks = await db.CareMarks.AsNoTracking().Where(m => m.CaseId == id).OrderBy(m => m.Entry).ToListAsync(ct);
            var steps = await db.CareSteps.AsNoTracking().Where(s => s.CaseId == id).OrderBy(s => s.At).ToListAsync(ct);
            var looks = marks.Count == 0 && steps.Count == 0 ? [] : await db.CareLooks.AsNoTracking().Where(l => l.CaseId == id).OrderBy(l => l.At).ToListAsync(ct);
            return new(theCase.Care, [.. marks.Select(MarkView.Of)], [.. looks.Select(l => new LookView(l.Entry, l.AgentName, l.At))], [.. steps.Select(StepView.Of)], await db.SupervisorOf(id, now, ct));
        }

        /// <summary>Somebody read folded words whole: counted.</summary>
        public async Task LookedAt(Id<Case> id, int entry, CurrentAgent agent, DateTimeOffset now)
        {
            db.CareLooks.Add(new CareLook { Id = Id<CareLook>.New(), CaseId = id, Entry = entry, AgentId = agent.Id, AgentName = agent.Name, At = now });
            await db.SaveChangesAsync(CancellationToken.None);
        }

        /// <summary>What supervisors look after: wishes for one of them, the longest first; cases where a step holds; folded words of the last weeks.</summary>
        public async Task<CareList<CaredFor>> CaredFor(DateTimeOffset now, CancellationToken ct)
        {
            var (since, folded) = (now - Lately, CareVerdict.Folded);
            var marks = (await db.CareMarks.AsNoTracking().Where(m => m.At >= since && m.Verdict == folded).OrderByDescending(m => m.At).Take(AtMost).ToListAsync(ct)).ToLookup(m => m.CaseId);
            var wishes = (await db.SupervisorWishes.AsNoTracking().Where(w => w.KeptAt == null && w.WithdrawnAt == null).OrderBy(w => w.DueAt).Take(AtMost).ToListAsync(ct)).ToLookup(w => w.CaseId);
            var ids = marks.Select(m => m.Key).Union(wishes.Select(w => w.Key)).ToList();
            var cases = await db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id) || (c.Care != null && c.ActiveAt >= since)).Join(db.Set<Desk>(), c => c.DeskId, d => d.Id, (c, d) => new { Case = c, d.Slug }).OrderByDescending(c => c.Case.ActiveAt).Take(2 * AtMost).ToListAsync(ct);
            var agents = cases.Select(c => c.Case.AgentId).Distinct().ToList();
            var names = await db.Set<Agent>().AsNoTracking().Where(a => agents.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, ct);
            return new([.. cases.Select(c => new CaredFor(
                c.Case.Id, c.Case.Subject, c.Slug, c.Case.AgentId is { } by ? names.GetValueOrDefault(by) : null, c.Case.Care, marks[c.Case.Id].Count(), marks[c.Case.Id].Sum(m => m.Weight), marks[c.Case.Id].Select(m => (DateTimeOffset?)m.At).Max(),
                wishes[c.Case.Id].Select(w => SupervisorView.Of(w, now)).FirstOrDefault())).OrderBy(c => c.Supervisor?.By ?? DateTimeOffset.MaxValue).ThenByDescending(c => c.Step).ThenByDescending(c => c.LastAt)]);
        }
    }
}
