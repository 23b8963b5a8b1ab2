using Madoguchi.Care.Folding;
using Madoguchi.Cases;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks.Hours;
using Madoguchi.Notices;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Care.Supervising;

public static class WishingMapping
{
    extension(Db db)
    {
        /// <summary>One tap, and a time to hold us to. Whatever was said before, nobody is refused it; again while it waits is the same promise.</summary>
        public async Task<Result<SupervisorPromised, WishRefusal>> WishSupervisor(Id<Case> id, Caller caller, DateTimeOffset now)
        {
            if (await db.Find(id, caller, now) is not { } theCase)
                return WishRefusal.Unknown;
            if (caller.Agent is { } agent && !agent.WorksAt(theCase.DeskId))
                return WishRefusal.WithAnotherDesk;
            // Answered already, though nobody has noted it yet: then they ask anew.
            if (await db.OpenWish(id) is { } before && !await db.Keep(theCase, before, now))
                return new SupervisorPromised(before.Id, before.DueAt, before.Entry);

            var (wish, due) = (Id<SupervisorWish>.New(), Wishing.Due(await db.OpeningHours(theCase.DeskId, CancellationToken.None), (await db.CareSettings(CancellationToken.None)).SupervisorMinutes, now));
            var wished = new SupervisorWished(wish.Value, due);
            Entry? last = null;
            foreach (var one in caller.Agent is null ? theCase.Hear(wished, now) : [wished])
                last = db.Record(theCase, caller.By(one), one, now);
            db.SupervisorWishes.Add(new SupervisorWish
            {
                Id = wish, CaseId = id, DeskId = theCase.DeskId, Entry = last!.Number, ByCustomer = caller.Agent is null, ByName = caller.Agent?.Name, At = now, DueAt = due, // the wish itself happened
            });
            db.Enqueue(Ring.Work, new Ring(id, Ring.SupervisorWished, [], [], [theCase.DeskId]), now);
            db.Enqueue(WishFollower.Name, new DueWish(wish, id), now, due);
            await db.SaveChangesAsync(CancellationToken.None);
            return new SupervisorPromised(wish, due, last.Number);
        }

        /// <summary>No longer needed, says the customer.</summary>
        public async Task<Result<Recorded, WishRefusal>> UnwishSupervisor(Id<Case> id, Caller caller, DateTimeOffset now)
        {
            if (await db.Find(id, caller, now) is not { } theCase)
                return WishRefusal.Unknown;
            if (caller.Agent is { } agent && !agent.WorksAt(theCase.DeskId))
                return WishRefusal.WithAnotherDesk;
            if (await db.OpenWish(id) is not { } wish || await db.Keep(theCase, wish, now))
                return WishRefusal.NothingWished;
            wish.WithdrawnAt = now;
            var taken = new SupervisorNotNeeded(wish.Id.Value);
            var entry = db.Record(theCase, caller.By(taken), taken, now);
            await db.SaveChangesAsync(CancellationToken.None);
            await db.SeeAll(id, Ring.SupervisorWished, now);
            return new Recorded(entry.Number);
        }

        /// <summary>The newest wish of a case. The caller has found it by a scope of its own.</summary>
        public async Task<SupervisorView?> SupervisorOf(Id<Case> id, DateTimeOffset now, CancellationToken ct) =>
            await db.SupervisorWishes.AsNoTracking().Where(w => w.CaseId == id).OrderByDescending(w => w.Entry).FirstOrDefaultAsync(ct) is { } wish ? SupervisorView.Of(wish, now) : null;

        private Task<SupervisorWish?> OpenWish(Id<Case> id) =>
            db.SupervisorWishes.AsTracking().Where(w => w.CaseId == id && w.KeptAt == null && w.WithdrawnAt == null).OrderByDescending(w => w.Entry).FirstOrDefaultAsync(CancellationToken.None);
    }
}
