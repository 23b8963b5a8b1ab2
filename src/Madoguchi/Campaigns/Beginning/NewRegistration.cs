using Madoguchi.Mail;
using Madoguchi.Shared;

namespace Madoguchi.Campaigns.Beginning;

/// <param name="Code">As it may be typed.</param>
/// <param name="Language">BCP 47, of the mails: Japanese when missing.</param>
public sealed record NewRegistration(string Code, string Email, string? Language = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() =>
        [.. Checks.Line("/code", Code), .. MailAddress.Of(Email) is null ? new[] { ("/email", "A mail address is needed.") } : [], .. Checks.Language("/language", Language)];
}

/// <summary>An attempt to begin, and what it came upon: a refusal tells when.</summary>
public sealed record Attempt(string Slug, NewRegistration Told)
{
    public Campaign? Campaign { get; set; }

    public DateTimeOffset? UsedAt { get; set; }
}
