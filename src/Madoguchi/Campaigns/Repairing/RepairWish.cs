using Madoguchi.Cases;
using Madoguchi.Mail;
using Madoguchi.Shared;

namespace Madoguchi.Campaigns.Repairing;

/// <param name="Reason">For the record, and for the house.</param>
/// <param name="CaseId">The case that asks for it; completing by hand needs one.</param>
/// <param name="Email">The right address, to correct a mistyped one: it has to be proven like any.</param>
public sealed record RepairWish(Repair Repair, string Reason, Id<Case>? CaseId = null, string? Email = null) : IChecked
{
    public const int LongestReason = 1_000;

    public IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. Enum.IsDefined(Repair) ? [] : new[] { ("/repair", "resend, correctAddress, complete or release.") }, .. Checks.Words("/reason", Reason, LongestReason),
        .. (Email is null ? Repair is Repair.CorrectAddress : MailAddress.Of(Email) is null) ? new[] { ("/email", "A mail address is needed.") } : [],
    ];
}

/// <param name="NextMailAt">Enough mails went out within the hour: the next can be asked for then.</param>
public sealed record Repaired(Id<Registration> RegistrationId, Standing State, DateTimeOffset? NextMailAt = null, string? Receipt = null);
