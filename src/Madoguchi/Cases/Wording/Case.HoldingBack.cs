using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases;

public enum HoldRefusal { WithAnotherDesk, SendsAway, NeedsFinding, UnknownProof, NeedsApproval }

public sealed partial class Case
{
    /// <summary>The desk's words, unless they send the customer away: then they are held back, and the fitting desk is shown. A reason sends them all the same;
    /// it stays in the house and is counted.</summary>
    public Result<IReadOnlyList<Happening>, HoldRefusal> Release(HeldBack? held, string? because, CurrentAgent agent)
    {
        if (!IsAnsweredBy(agent))
            return HoldRefusal.WithAnotherDesk;
        if (held is not null && because is null)
            return HoldRefusal.SendsAway;
        return held is null ? [] : new Happening[] { new SentAnyway(held.Words, because!, held.Desk) }; // held and not refused: there is a reason
    }
}
