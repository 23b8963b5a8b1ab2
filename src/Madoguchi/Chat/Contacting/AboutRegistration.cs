using Madoguchi.Campaigns;
using Madoguchi.Shared;

namespace Madoguchi.Chat.Contacting;

/// <summary>Whoever comes from a campaign's page brings along what they were doing there. What is out of shape is left out: it never stops a story.</summary>
public sealed record AboutRegistration(string? Campaign, string? Code, string? Registration)
{
    public static AboutRegistration? Of(string? campaign, string? code, string? registration)
    {
        var about = new AboutRegistration(
            campaign is not null && NewCampaign.IsSlug(campaign) ? campaign : null,
            code is { Length: > 0 and <= Codes.Longest } && PlainText.IsStorable(code) && !PlainText.HasDisguise(code) && !string.IsNullOrWhiteSpace(code) ? code.Trim() : null,
            Id<Registration>.TryParse(registration, null, out var id) ? id.ToString() : null);
        return about is { Campaign: null, Code: null, Registration: null } ? null : about;
    }

    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string>(
        new[] { ("campaign", Campaign), ("code", Code), ("registrationId", Registration) }.Where(f => f.Item2 is not null).Select(f => KeyValuePair.Create(f.Item1, f.Item2!))); // filtered: not null
}
