using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Handovers.Ringing;
using Madoguchi.Notices;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Handovers.Offering;

public static class OfferMapping
{
    extension(Db db)
    {
        /// <summary>The offer with its brief, the target desk's right to read, and the rings: one transaction.</summary>
        public async Task<Result<OfferMade, OfferRefusal>> Offer(Id<Case> id, NewOffer asked, CurrentAgent agent, DateTimeOffset now)
        {
            var caller = new Caller(agent);
            if (await db.Find(id, caller, now) is not { } theCase)
                return OfferRefusal.Unknown;
            var slug = asked.ToDesk;
            if (await db.Desks.AsNoTracking().SingleOrDefaultAsync(d => d.Slug == slug, CancellationToken.None) is not { } to)
                return OfferRefusal.UnknownDesk;

            var (from, brief) = (await db.Named(theCase.DeskId), await db.Brief(theCase, CancellationToken.None));
            var json = JsonSerializer.SerializeToElement(brief, Json.Options);
            var offer = new Handover
            {
                Id = Id<Handover>.New(), CaseId = id, FromDeskId = theCase.DeskId, ToDeskId = to.Id, OfferedBy = agent.Id, OfferedAt = now,
                Reason = PlainText.Clean(asked.Reason), Brief = json.GetRawText(), NewLanguage = theCase.LanguageChange(to),
            };
            if (theCase.Offer(offer, DeskName.Of(from), DeskName.Of(to), json, agent).Refused(out var why, out var happened))
                return why;

            db.Handovers.Add(offer);
            foreach (var one in happened)
                db.Record(theCase, one is HandoverOffered ? caller.By(one) : By.System, one, now);
            await db.LetRead(offer);
            db.RingFor(offer, to, agent, happened.Any(h => h is Rang), now);
            await db.SaveChangesAsync(CancellationToken.None);
            return new OfferMade(offer.Id, brief);
        }

        // A desk that once owned the case reads it anyway, and goes on when the offer ends.
        internal async Task LetRead(Handover offer)
        {
            if (!await db.CaseDesks.AnyAsync(d => d.CaseId == offer.CaseId && d.DeskId == offer.ToDeskId, CancellationToken.None))
                db.CaseDesks.Add(new CaseDesk { CaseId = offer.CaseId, DeskId = offer.ToDeskId, Why = Why.Offered });
            db.RingAfterCommit(Topic.Of(offer.ToDeskId));
        }

        private void RingFor(Handover offer, Desk to, CurrentAgent agent, bool again, DateTimeOffset now)
        {
            db.Enqueue(Ring.Work, Ring.AtDesks(offer.CaseId, Ring.Offered, agent, to.Id), now);
            if (again)
                db.Enqueue(Ring.Work, new Ring(offer.CaseId, Rang.SecondOffer, [], [], [offer.FromDeskId, to.Id]), now);
            db.Enqueue(UnansweredFollower.Name, new Unanswered(offer.Id, offer.CaseId), now, now + TimeSpan.FromMinutes(to.RingAfterMinutes));
        }
    }
}
