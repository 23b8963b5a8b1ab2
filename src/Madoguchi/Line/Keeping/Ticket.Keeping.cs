using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;

namespace Madoguchi.Line;

public sealed partial class Ticket
{
    /// <summary>The place goes with its case: it ends when that is settled, and urgency and language are the case's. Whoever is heard of is back.
    /// Doing it again changes nothing.</summary>
    /// <param name="heardAt">When the customer last did something.</param>
    public Happening? Follow(Case theCase, DateTimeOffset? heardAt, DateTimeOffset now)
    {
        if (!IsActive)
            return null;
        if (theCase.IsClosed && FirstCalledAt is null)
        {
            End(TicketState.Left, now);
            return new LineLeft(Id.Value, Number, LineLeft.Solved);
        }

        if (theCase.IsClosed)
        {
            End(TicketState.Served, now);
            return new LineServed(Id.Value, Number);
        }

        (Rank, Language) = (JoinedAt - (IsFirst ? TheFront : HeadStart(theCase.Priority)), theCase.Language);
        return heardAt >= (HeldAt ?? CalledAt) ? Arrive() : null;
    }

    /// <summary>To another desk's line, with the time of joining. The number is that line's: two people there never hold the same one.</summary>
    public Happening Move(Desk to, int number, long seq)
    {
        var before = Number;
        (DeskId, Number, Seq) = (to.Id, number, seq);
        ForgetOffers();
        return new LineMoved(Id.Value, number, before, DeskName.Of(to));
    }
}
