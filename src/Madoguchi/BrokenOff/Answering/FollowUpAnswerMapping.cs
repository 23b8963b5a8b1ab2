using Madoguchi.Cases;
using Madoguchi.Cases.Listening;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Solving;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Notices;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Madoguchi.BrokenOff.Answering;

public static class FollowUpAnswerMapping
{
    extension(Db db)
    {
        /// <summary>Only the customer answers this. Who is still stuck rings the agent in charge, or the desk when there is none any more.</summary>
        public async Task<Result<Moved, FollowUpAnswerRefusal>> AnswerFollowUp(Id<Case> id, Caller caller, FollowUpAnswer answer, string? how, DateTimeOffset now)
        {
            if (caller.Customer is null || await db.Find(id, caller, now) is not { } theCase)
                return FollowUpAnswerRefusal.Unknown;
            if (await db.Breaks.AsTracking().Where(b => b.CaseId == id).OrderByDescending(b => b.FoundAt).ThenByDescending(b => b.Entry).FirstOrDefaultAsync(CancellationToken.None) is not { } broken)
                return FollowUpAnswerRefusal.NothingAsked;
            if (theCase.AnswerFollowUp(broken, answer, how is null ? null : PlainText.Clean(how), await db.IsThere(theCase), now).Refused(out var why, out var happened))
                return why;

            foreach (var one in happened)
            {
                var entry = db.Record(theCase, caller.By(one), one, now);
                if (one is FollowUpAnswered { How: { } words })
                    await db.GetService<Listeners>().Hear(db, theCase, entry, words);
            }

            await db.WithdrawAtClosing(theCase, now);
            if (answer is FollowUpAnswer.Stuck && happened.Count > 0)
                db.Enqueue(Ring.Work, new Ring(id, Ring.StillStuck, theCase.AgentId is { } agent ? [agent] : [], theCase.AgentId is null ? [theCase.DeskId] : [], []), now);
            await db.SaveChangesAsync(CancellationToken.None);
            return new Moved(theCase.Status, theCase.LastShownEntry);
        }

        private async Task<bool> IsThere(Case theCase)
        {
            var (agent, desk) = (theCase.AgentId, theCase.DeskId);
            return await db.Agents.AnyAsync(a => a.Id == agent && a.LeftAt == null && (a.Role != AgentRole.Agent || a.Seats.Any(s => s.DeskId == desk)), CancellationToken.None);
        }
    }
}
