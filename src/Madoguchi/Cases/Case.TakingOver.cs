using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases;

/// <summary>Why a case was not taken over.</summary>
public enum TakeoverRefusal { Unknown, Closed, AlreadyThere, CustomerWaits, UnknownDesk }

public sealed partial class Case
{
    /// <summary>The customer is with another desk's agent now, who takes responsibility at once, and says why. An offer that is pending ends
    /// with it: accepted if it was for this desk, withdrawn if not.</summary>
    public Result<IReadOnlyList<Happening>, TakeoverRefusal> TakeOver(Desk from, Desk to, string reason, CurrentAgent agent, Handover? pending, Desk? offeredTo, DateTimeOffset now)
    {
        if (IsClosed)
            return TakeoverRefusal.Closed;
        if (to.Id == DeskId)
            return TakeoverRefusal.AlreadyThere;

        List<Happening> happened = [new NoteWritten(reason)];
        if (pending is null || offeredTo is null)
            happened.Add(new TakenOver(DeskName.Of(from), DeskName.Of(to)));
        else if (pending.ToDeskId != to.Id)
        {
            Settle(pending, HandoverState.Withdrawn, agent, now);
            happened.AddRange([new HandoverWithdrawn(pending.Id.Value, DeskName.Of(from), DeskName.Of(offeredTo)), new TakenOver(DeskName.Of(from), DeskName.Of(to))]);
        }
        else if (pending.CustomerWaitsForOwnLanguage && !agent.Speaks(Language))
            return TakeoverRefusal.CustomerWaits;
        else
        {
            Settle(pending, HandoverState.Accepted, agent, now);
            happened.Add(new HandoverAccepted(pending.Id.Value, DeskName.Of(from), DeskName.Of(to)));
        }

        MoveTo(to.Id, agent);
        return happened;
    }
}
