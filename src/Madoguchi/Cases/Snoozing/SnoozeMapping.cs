using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Cases.Snoozing;

/// <param name="Until">Missing when it is not laid aside.</param>
/// <param name="Entry">The case's last entry now.</param>
public sealed record SnoozedNow(DateTimeOffset? Until, int Entry);

public static class SnoozeMapping
{
    extension(Db db)
    {
        /// <param name="until">Nothing: wake it now.</param>
        /// <param name="seen">The entry that the agent had seen last: only another laying aside, or waking, after it is in the way.</param>
        public async Task<Result<SnoozedNow, ChangeRefusal>> Snooze(Id<Case> id, Caller caller, DateTimeOffset? until, int? seen, DateTimeOffset now)
        {
            if (caller.Agent is not { } agent || await db.Find(id, caller, now) is not { } theCase)
                return ChangeRefusal.Unknown;
            if (await db.ChangedSince(id, seen, typeof(Snoozed), typeof(Woke)))
                return ChangeRefusal.ChangedSince;
            if ((until is { } at ? theCase.Snooze(at.ToMicroseconds(), agent, now) : theCase.Unsnooze(agent)).Refused(out var why, out var happened))
                return Said(why);

            foreach (var one in happened)
                db.Record(theCase, caller.By(one), one, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return new SnoozedNow(theCase.SnoozedUntil, theCase.LastEntry);
        }
    }

    private static ChangeRefusal Said(SnoozeRefusal why) => why switch
    {
        SnoozeRefusal.WithAnotherDesk => ChangeRefusal.WithAnotherDesk,
        SnoozeRefusal.Closed => ChangeRefusal.Closed,
        SnoozeRefusal.NotAhead => ChangeRefusal.NotAhead,
    };
}
