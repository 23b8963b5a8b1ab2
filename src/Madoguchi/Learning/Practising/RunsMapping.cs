using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Learning.Practising;

public enum RunRefusal { Unknown, Over, UnknownMentor }

public static class RunsMapping
{
    extension(Db db)
    {
        /// <summary>Begins anew, or goes on with what is not finished.</summary>
        public async Task<Result<RunView, RunRefusal>> BeginPractice(Id<PracticeCase> id, CurrentAgent agent, DateTimeOffset now)
        {
            if (await db.PracticeCases.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.RetiredAt == null, CancellationToken.None) is not { } practice)
                return RunRefusal.Unknown;
            var me = agent.Id;
            var run = await db.PracticeRuns.AsNoTracking().FirstOrDefaultAsync(r => r.PracticeId == id && r.AgentId == me && r.EndedAt == null, CancellationToken.None);
            if (run is null)
            {
                db.PracticeRuns.Add(run = new() { Id = Id<PracticeRun>.New(), PracticeId = id, AgentId = me, AgentName = agent.Name, StartedAt = now });
                await db.SaveChangesAsync(CancellationToken.None);
            }

            return RunView.Of(run, practice, true);
        }

        /// <summary>One's own, or one that a colleague shows to me. Anybody else's is not there.</summary>
        public async Task<RunView?> PracticeRun(Id<PracticeRun> id, CurrentAgent agent, CancellationToken ct)
        {
            var me = agent.Id;
            return await db.PracticeRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && (r.AgentId == me || r.MentorId == me), ct) is { } run
                && await db.PracticeCases.AsNoTracking().SingleOrDefaultAsync(p => p.Id == run.PracticeId, ct) is { } practice ? RunView.Of(run, practice, run.AgentId == me) : null;
        }

        /// <param name="turn">From 0: the turn that the answer is for. Sent again it changes nothing.</param>
        public Task<Result<RunView, RunRefusal>> AnswerPractice(Id<PracticeRun> id, string text, int? turn, CurrentAgent agent, DateTimeOffset now) => db.InRun(id, agent, (run, practice) =>
            turn is { } asked && asked != run.Answers.Count ? null : run.Answer(text, Replay.Answerable(practice.Turns), now) ? null : RunRefusal.Over);

        /// <param name="showTo">A colleague's id; empty: nobody; missing: as it was.</param>
        public async Task<Result<RunView, RunRefusal>> NotePractice(Id<PracticeRun> id, string? notes, string? showTo, CurrentAgent agent)
        {
            var mentor = showTo is { Length: > 0 } named && Id<Agent>.TryParse(named, null, out var asked) ? await db.Agents.AsNoTracking().SingleOrDefaultAsync(a => a.Id == asked, CancellationToken.None) : null;
            if (showTo is { Length: > 0 } && (mentor is null || mentor.Id == agent.Id))
                return RunRefusal.UnknownMentor;
            return await db.InRun(id, agent, (run, _) =>
            {
                if (notes is not null)
                    run.Note(notes);
                if (showTo is not null)
                    run.ShowTo(mentor?.Id, mentor?.Name);
                return null;
            });
        }

        private async Task<Result<RunView, RunRefusal>> InRun(Id<PracticeRun> id, CurrentAgent agent, Func<PracticeRun, PracticeCase, RunRefusal?> change)
        {
            var me = agent.Id;
            if (await db.Lock(id).AsTracking().SingleOrDefaultAsync(r => r.AgentId == me, CancellationToken.None) is not { } run
                || await db.PracticeCases.AsNoTracking().SingleOrDefaultAsync(p => p.Id == run.PracticeId, CancellationToken.None) is not { } practice)
                return RunRefusal.Unknown;
            if (change(run, practice) is { } why)
                return why;
            await db.SaveChangesAsync(CancellationToken.None);
            return RunView.Of(run, practice, true);
        }
    }
}
