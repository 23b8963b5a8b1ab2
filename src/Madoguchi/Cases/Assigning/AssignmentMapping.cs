using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases.Assigning;

/// <param name="AgentId">Who is in charge now; nobody when missing.</param>
public sealed record InCharge(Id<Agent>? AgentId, int Entry);

public enum AssignmentRefusal { Unknown, WithAnotherDesk, NotAtThisDesk, TakenBySomebodyElse }

public static class AssignmentMapping
{
    extension(Db db)
    {
        public async Task<Result<InCharge, AssignmentRefusal>> Assign(Id<Case> id, Caller caller, Id<Agent>? to, DateTimeOffset now)
        {
            if (caller.Agent is not { } agent || await db.Find(id, caller, now) is not { } theCase)
                return AssignmentRefusal.Unknown;
            var assignee = to is { } who ? await db.Assignee(who, theCase.DeskId) ?? new Assignee(who, "", SitsHere: false) : null;
            return await db.Settle(theCase, caller, theCase.AgentId, theCase.Assign(assignee, agent), now);
        }

        public async Task<Result<InCharge, AssignmentRefusal>> Take(Id<Case> id, Caller caller, DateTimeOffset now)
        {
            if (caller.Agent is not { } agent || await db.Find(id, caller, now) is not { } theCase)
                return AssignmentRefusal.Unknown;
            return await db.Settle(theCase, caller, theCase.AgentId, theCase.Take(agent), now);
        }

        private async Task<Result<InCharge, AssignmentRefusal>> Settle(
            Case theCase, Caller caller, Id<Agent>? before, Result<IReadOnlyList<Happening>, AssignRefusal> decided, DateTimeOffset now)
        {
            if (decided.Refused(out var why, out var happened))
                return Said(why);
            foreach (var one in happened)
                db.Record(theCase, caller.By(one), one, now);
            // Both get their own list anew.
            foreach (var concerned in new[] { before, theCase.AgentId }.OfType<Id<Agent>>())
                db.RingAfterCommit(Topic.Of(concerned));
            await db.SaveChangesAsync(CancellationToken.None);
            return new InCharge(theCase.AgentId, theCase.LastEntry);
        }

        private Task<Assignee?> Assignee(Id<Agent> id, Id<Desk> desk) =>
            db.Agents.AsNoTracking().Where(a => a.Id == id && a.LeftAt == null).Select(a => new Assignee(a.Id, a.Name, a.Seats.Any(s => s.DeskId == desk)))
                .SingleOrDefaultAsync(CancellationToken.None);
    }

    private static AssignmentRefusal Said(AssignRefusal why) => why switch
    {
        AssignRefusal.WithAnotherDesk => AssignmentRefusal.WithAnotherDesk,
        AssignRefusal.NotAtThisDesk => AssignmentRefusal.NotAtThisDesk,
        AssignRefusal.TakenBySomebodyElse => AssignmentRefusal.TakenBySomebodyElse,
    };
}
