using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Handovers.TakingOver;

public static class TakeoverMapping
{
    extension(Db db)
    {
        public async Task<Result<CaseTaken, TakeoverRefusal>> TakeOver(Id<Case> id, NewTakeover asked, CurrentAgent agent, DateTimeOffset now)
        {
            if (await db.Lock(id).TakeableBy(agent, db, now).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } theCase)
                return TakeoverRefusal.Unknown;
            var pending = theCase.PendingHandoverId is { } offer ? await db.Handovers.AsTracking().SingleAsync(h => h.Id == offer, CancellationToken.None) : null;
            if (await db.DeskFor(asked.ToDesk, agent, pending) is not { } to)
                return TakeoverRefusal.UnknownDesk;

            var (from, offeredTo) = (await db.Named(theCase.DeskId), pending is null ? null : await db.Named(pending.ToDeskId));
            if (theCase.TakeOver(from, to, PlainText.Clean(asked.Reason), agent, pending, offeredTo, now).Refused(out var why, out var happened))
                return why;

            if (pending?.State is HandoverState.Withdrawn)
                await db.EndOffer(pending);
            await db.MoveReading(id, from.Id, to.Id);
            foreach (var one in happened)
                db.Record(theCase, new Caller(agent).By(one), one, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return new CaseTaken(id, to.Slug);
        }

        private async Task<Desk?> DeskFor(string? slug, CurrentAgent agent, Handover? pending)
        {
            var mine = agent.Desks;
            if (slug is not null)
                return await db.Desks.AsNoTracking().SingleOrDefaultAsync(d => d.Slug == slug && (agent.SeesAll || mine.Contains(d.Id)), CancellationToken.None);
            return pending is not null && mine.Contains(pending.ToDeskId) ? await db.Named(pending.ToDeskId)
                : await db.Desks.AsNoTracking().Where(d => mine.Contains(d.Id)).OrderBy(d => d.Slug).FirstOrDefaultAsync(CancellationToken.None);
        }
    }
}
