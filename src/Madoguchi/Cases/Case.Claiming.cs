using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases;

/// <summary>Why a claimed number was not confirmed.</summary>
public enum ClaimRefusal { Unknown, WithAnotherDesk, NothingClaimed, NobodysNumber }

public sealed partial class Case
{
    /// <summary>An agent has made sure: the case belongs to the customer of the claimed number (docs/adr/0007).</summary>
    public Result<Happening, ClaimRefusal> ConfirmClaim(Customer? claimed, CurrentAgent agent)
    {
        if (!agent.WorksAt(DeskId))
            return ClaimRefusal.WithAnotherDesk;
        if (ClaimedNumber is not { } number)
            return ClaimRefusal.NothingClaimed;
        if (claimed is null)
            return ClaimRefusal.NobodysNumber;

        CustomerId = claimed.Id;
        ClaimedNumber = null;
        return new NumberConfirmed(number);
    }
}
