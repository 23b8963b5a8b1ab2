using Madoguchi.Cases;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Notices;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Handovers.Preferring;

public static class LanguageMapping
{
    extension(Db db)
    {
        /// <summary>Only the customer answers this; the giver hears of it.</summary>
        public async Task<Result<LanguageNoted, HandoverRefusal>> AnswerLanguage(Id<Case> id, Id<Handover> handover, bool wait, Caller caller, DateTimeOffset now)
        {
            if (caller.Customer is null || await db.Find(id, caller, now) is not { } theCase
                || await db.Handovers.AsTracking().SingleOrDefaultAsync(h => h.Id == handover && h.CaseId == id, CancellationToken.None) is not { } offer)
                return HandoverRefusal.Unknown;
            if (theCase.AnswerLanguage(offer, wait).Refused(out var why, out var answered))
                return why;

            // A second tap says nothing new, and rings nobody again.
            var kind = Happening.KindOf(answered);
            if (await db.Entries.AsNoTracking().Where(e => e.CaseId == id && e.Kind == kind).OrderByDescending(e => e.Number).FirstOrDefaultAsync(CancellationToken.None) is { } before && before.What == answered)
                return new LanguageNoted(before.Number, wait);
            var entry = db.Record(theCase, caller.By(answered), answered, now);
            db.RingAfterCommit(Topic.Of(offer.ToDeskId));
            if (wait)
                db.Enqueue(Ring.Work, Ring.AtGiver(offer, Ring.PreferOwnLanguage, null), now);
            await db.SaveChangesAsync(CancellationToken.None);
            return new LanguageNoted(entry.Number, wait);
        }
    }
}
