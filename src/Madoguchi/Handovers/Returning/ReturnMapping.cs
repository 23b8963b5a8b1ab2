using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Notices;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Handovers.Returning;

public static class ReturnMapping
{
    extension(Db db)
    {
        public async Task<Result<HandoverAnswered, HandoverRefusal>> Return(Id<Handover> id, string reason, CurrentAgent agent, DateTimeOffset now)
        {
            if (await db.FindOffer(id, agent) is not var (theCase, offer, from, to))
                return HandoverRefusal.Unknown;
            if (theCase.Return(offer, DeskName.Of(from), DeskName.Of(to), PlainText.Clean(reason), agent, now).Refused(out var why, out var returned))
                return why;

            await db.EndOffer(offer);
            db.Record(theCase, new Caller(agent).By(returned), returned, now);
            db.Enqueue(Ring.Work, Ring.AtGiver(offer, Ring.Returned, agent), now);
            await db.SaveChangesAsync(CancellationToken.None);
            return new HandoverAnswered(id, theCase.Id, offer.State, from.Slug);
        }
    }
}
