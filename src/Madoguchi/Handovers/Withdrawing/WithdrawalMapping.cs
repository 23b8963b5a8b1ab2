using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Handovers.Withdrawing;

public static class WithdrawalMapping
{
    extension(Db db)
    {
        public async Task<Result<HandoverAnswered, HandoverRefusal>> Withdraw(Id<Handover> id, CurrentAgent agent, DateTimeOffset now)
        {
            if (await db.FindOffer(id, agent) is not var (theCase, offer, from, to))
                return HandoverRefusal.Unknown;
            if (theCase.Withdraw(offer, DeskName.Of(from), DeskName.Of(to), agent, now).Refused(out var why, out var withdrawn))
                return why;

            await db.EndOffer(offer);
            db.Record(theCase, new Caller(agent).By(withdrawn), withdrawn, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return new HandoverAnswered(id, theCase.Id, offer.State, from.Slug);
        }
    }
}
