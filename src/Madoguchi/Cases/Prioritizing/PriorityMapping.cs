using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Cases.Prioritizing;

public static class PriorityMapping
{
    /// <param name="seen">The entry that the agent had seen last: only another priority after it is in the way.</param>
    public static async Task<Result<PriorityNow, ChangeRefusal>> Prioritize(this Db db, Id<Case> id, Caller caller, Priority to, int? seen, DateTimeOffset now)
    {
        if (caller.Agent is not { } agent || await db.Find(id, caller, now) is not { } theCase)
            return ChangeRefusal.Unknown;
        if (await db.ChangedSince(id, seen, typeof(Prioritized)))
            return ChangeRefusal.ChangedSince;
        if (theCase.Prioritize(to, agent).Refused(out _, out var happened))
            return ChangeRefusal.WithAnotherDesk;

        foreach (var one in happened)
            db.Record(theCase, caller.By(one), one, now);
        await db.SaveChangesAsync(CancellationToken.None);
        return new PriorityNow(theCase.Priority, theCase.LastEntry);
    }
}
