using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Handovers.Accepting;

public static class AcceptanceMapping
{
    extension(Db db)
    {
        public async Task<Result<HandoverAnswered, HandoverRefusal>> Accept(Id<Handover> id, CurrentAgent agent, DateTimeOffset now)
        {
            if (await db.FindOffer(id, agent) is not var (theCase, offer, from, to))
                return HandoverRefusal.Unknown;
            if (theCase.Accept(offer, DeskName.Of(from), DeskName.Of(to), agent, now).Refused(out var why, out var accepted))
                return why;

            await db.MoveReading(theCase.Id, from.Id, to.Id);
            db.Record(theCase, new Caller(agent).By(accepted), accepted, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return new HandoverAnswered(id, theCase.Id, offer.State, to.Slug);
        }
    }
}
