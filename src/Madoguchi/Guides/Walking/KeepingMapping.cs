using Madoguchi.Cases;
using Madoguchi.Cases.Listening;
using Madoguchi.Cases.Timeline;
using Madoguchi.Notices;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Madoguchi.Guides.Walking;

public static class KeepingMapping
{
    extension(Db db)
    {
        /// <summary>Writes down what happened on a walk: entries, what was tried as facts, what is learned, and who is rung.</summary>
        /// <param name="since">The case's last entry when the way in question began.</param>
        internal async Task Keep(Underway at, Caller caller, IReadOnlyList<Happening> happened, int since, DateTimeOffset now)
        {
            foreach (var one in at.Case.Walk(happened, caller.Agent, now))
            {
                if (one is WayTried tried)
                    await db.KeepTried(at, tried, caller.By(one), since, now);
                else
                    await db.Told(at.Case, caller, one, now);
                if (one is StepAnswered { Answer: StepAnswered.Unclear } && caller.Agent is null)
                    db.RingUnclear(at.Case, now);
            }

            await db.WithdrawAtClosing(at.Case, now);
            await db.SaveChangesAsync(CancellationToken.None);
        }

        /// <summary>What was walked before the first word to us.</summary>
        /// <param name="learns">It has not been learned from yet.</param>
        internal async Task Bring(Underway at, Caller caller, IReadOnlyList<Happening> happened, bool learns, DateTimeOffset now)
        {
            foreach (var one in happened)
            {
                if (one is WayTried tried)
                    await db.KeepTried(at, tried, caller.By(one), int.MaxValue, now, learns);
                else
                    await db.Told(at.Case, caller, one, now);
            }
        }

        // What they say about a step is heard like any word of theirs.
        private async Task Told(Case theCase, Caller caller, Happening one, DateTimeOffset now)
        {
            var entry = db.Record(theCase, caller.By(one), one, now);
            if (one is StepAnswered { Words: { } words } && caller.Agent is null)
                await db.GetService<Listeners>().Hear(db, theCase, entry, words);
        }

        // One entry tells it, and is where the fact comes from: nobody tries it twice, at whatever desk.
        private async Task KeepTried(Underway at, WayTried tried, By by, int since, DateTimeOffset now, bool learns = true)
        {
            var (id, t) = (at.Case.Id, Tongue.Of(at.Case.Language));
            var pictures = await db.Entries.Where(e => e.CaseId == id && e.Number > since && e.Kind == "attachment" && e.Role == Role.Customer && e.Withdrawn == null)
                .OrderBy(e => e.Number).Select(e => e.Number).ToListAsync(CancellationToken.None);
            var told = pictures.Count == 0 ? tried : tried with { Pictures = pictures };
            await db.Tell(at.Case, "tried", tried.InWords(t), by, _ => [told], now);
            if (learns)
                await db.Learn(at.Walk.Id.Value, at.Walk.GuideId, tried.Way, tried.Solved, now);
        }

        private void RingUnclear(Case theCase, DateTimeOffset now) =>
            db.Enqueue(Ring.Work, new Ring(theCase.Id, Ring.Unclear, theCase.AgentId is { } agent ? [agent] : [], theCase.AgentId is null ? [theCase.DeskId] : [], []), now);
    }
}
