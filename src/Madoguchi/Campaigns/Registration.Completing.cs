using Madoguchi.Customers;
using Madoguchi.Shared;

namespace Madoguchi.Campaigns;

public enum ConfirmRefusal { Unknown, Released, CodeUsed, TooLate, WrongCode }

public sealed partial class Registration
{
    /// <summary>What stands against finishing, before any code is looked at.</summary>
    /// <param name="winner">Whoever has finished with this code.</param>
    public ConfirmRefusal? Prevents(Campaign campaign, Registration? winner, DateTimeOffset now) => this switch
    {
        { State: RegistrationState.Released } => ConfirmRefusal.Released,
        { State: RegistrationState.Complete } => null,
        _ when winner is not null => ConfirmRefusal.CodeUsed,
        _ when now >= campaign.FinishBy => ConfirmRefusal.TooLate,
        _ => null,
    };

    /// <summary>The address is proven, the code is nobody else's.</summary>
    /// <param name="account">Whose the address is.</param>
    /// <param name="receipt">A fresh number.</param>
    public RegistrationEvent Finish(Campaign campaign, Id<Customer> account, string receipt, DateTimeOffset now)
    {
        Complete(campaign, account, receipt, now);
        return Note(RegistrationEventKind.Completed, now, detail: receipt);
    }
}
