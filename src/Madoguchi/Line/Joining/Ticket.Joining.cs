using Madoguchi.Cases.Timeline;
using Madoguchi.Line.Joining;
using Madoguchi.Shared;

namespace Madoguchi.Line;

public sealed partial class Ticket
{
    /// <summary>The place stays the same; how and when to be reached may change while nobody is being reached. Who was away is back.</summary>
    public Happening? JoinAgain(NewTicket asked)
    {
        if (State is TicketState.Called or TicketState.Serving)
        {
            Arrive();
            return null;
        }

        // What was shown on joining was about another time than the one they choose now.
        if (asked.NotBefore?.ToMicroseconds() != NotBefore)
            (Low, High) = (null, null);
        Through = asked.By;
        Phone = asked.Number ?? Phone;
        (NotBefore, NotAfter) = (asked.NotBefore?.ToMicroseconds(), asked.NotAfter?.ToMicroseconds());
        return Arrive();
    }
}
