using Madoguchi.Mail;
using Madoguchi.Shared;

namespace Madoguchi.Campaigns;

/// <summary>How it stands now. CodeUsed: begun, and somebody else has finished with the same code.</summary>
public enum Standing { Begun, Complete, CodeUsed, Released }

/// <param name="Number">To be read out; any agent can verify it.</param>
public sealed record Receipt(string Number, DateTimeOffset At);

/// <summary>What the registrant sees. The address of it is known only to who began, and to the letterbox.</summary>
/// <param name="Campaign">Its slug.</param>
/// <param name="Email">Masked.</param>
/// <param name="BeganAt">By this the deadline is judged.</param>
/// <param name="FinishBy">Until then it can be finished.</param>
/// <param name="NextMailAt">Enough mails went out within the hour: the next can be asked for then.</param>
/// <param name="UsedAt">When somebody else finished with this code.</param>
public sealed record RegistrationView(
    Id<Registration> RegistrationId, string Campaign, Standing State, string Email, DateTimeOffset BeganAt, DateTimeOffset FinishBy, DateTimeOffset? NextMailAt = null, DateTimeOffset? UsedAt = null,
    string? Reward = null, Receipt? Receipt = null)
{
    public static RegistrationView Of(Registration one, Campaign campaign, DateTimeOffset? usedAt = null, DateTimeOffset? nextMailAt = null) => new(
        one.Id, campaign.Slug, Standing(one, usedAt), MailAddress.Masked(one.Email), one.BeganAt, campaign.FinishBy, nextMailAt, one.State is RegistrationState.Begun ? usedAt : null,
        one.State is RegistrationState.Complete ? one.Reward.In(Tongue.Of(one.Language)) : null, ReceiptOf(one));

    public static Standing Standing(Registration one, DateTimeOffset? usedAt) => one.State switch
    {
        RegistrationState.Begun => usedAt is null ? Campaigns.Standing.Begun : Campaigns.Standing.CodeUsed,
        RegistrationState.Complete => Campaigns.Standing.Complete,
        RegistrationState.Released => Campaigns.Standing.Released,
    };

    public static Receipt? ReceiptOf(Registration one) => one is { State: RegistrationState.Complete, Receipt: { } number, CompletedAt: { } at } ? new(Codes.Printed(number), at) : null;
}
