using Madoguchi.Cases;
using Madoguchi.Mail;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Line.Telling;

public static class TellingMapping
{
    extension(Db db)
    {
        /// <summary>They want to be told when it is near, or not any more.</summary>
        public async Task AskToBeTold(Id<Case> id, bool wanted, Caller caller, DateTimeOffset now)
        {
            if (await db.ActiveTicket(id, CancellationToken.None) is not { } known || await db.FindTicket(known.Id, caller, now) is not ({ } ticket, _))
                return;
            ticket.TellNear = wanted;
            db.RingAfterCommit(Topic.Of(id));
            await db.SaveChangesAsync(CancellationToken.None);
        }

        /// <summary>Tells them once, by mail if an address is known. Judged again under the lock: two nodes see the same line.</summary>
        public async Task Tell(Id<Ticket> id, DateTimeOffset now)
        {
            var (ticket, theCase) = await db.LockTicket(id);
            var ahead = await db.Position(ticket, now, CancellationToken.None) - 1;
            if (!ticket.MustTell(ahead, now))
                return;
            ticket.ToldNearAt = now;
            var (t, hold) = (Tongue.Of(ticket.Language), (await db.LockLine(ticket.DeskId)).HoldMinutes);
            await db.SendToCustomer(theCase, NearLetter.Subject(ticket, t), NearLetter.Text(ahead, hold, t), now);
            await db.SaveChangesAsync(CancellationToken.None);
        }
    }
}
