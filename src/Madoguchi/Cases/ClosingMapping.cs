using Madoguchi.Cases.Timeline;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases;

public static class ClosingMapping
{
    extension(Db db)
    {
        /// <summary>What is settled waits for no other desk: an offer that is pending ends with the closing, on the record. Does nothing to an open case.</summary>
        public async Task WithdrawAtClosing(Case theCase, DateTimeOffset now)
        {
            if (theCase.PendingHandoverId is not { } id || !theCase.IsClosed)
                return;
            var offer = await db.Handovers.AsTracking().SingleAsync(h => h.Id == id, CancellationToken.None);
            var (from, to) = (await db.Set<Desks.Desk>().AsNoTracking().SingleAsync(d => d.Id == offer.FromDeskId, CancellationToken.None), await db.Set<Desks.Desk>().AsNoTracking().SingleAsync(d => d.Id == offer.ToDeskId, CancellationToken.None));
            var withdrawn = theCase.WithdrawAtClosing(offer, DeskName.Of(from), DeskName.Of(to), now);
            await db.EndOffer(offer);
            db.Record(theCase, By.System, withdrawn, now);
        }

        /// <summary>The desk was only offered the case, and no longer is. One that once owned it keeps reading.</summary>
        public async Task EndOffer(Handover offer)
        {
            if (await db.CaseDesks.AsTracking().SingleOrDefaultAsync(d => d.CaseId == offer.CaseId && d.DeskId == offer.ToDeskId && d.Why == Why.Offered, CancellationToken.None) is { } row)
                db.CaseDesks.Remove(row);
            db.RingAfterCommit(Topic.Of(offer.FromDeskId));
            db.RingAfterCommit(Topic.Of(offer.ToDeskId));
        }
    }
}
