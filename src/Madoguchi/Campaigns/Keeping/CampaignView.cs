using Madoguchi.Shared;

namespace Madoguchi.Campaigns.Keeping;

/// <param name="Codes">How many.</param>
public sealed record CampaignMade(Id<Campaign> CampaignId, string Slug, int Codes);

public sealed record CodesAdded(int Added);

/// <param name="Begun">Registrations that are not finished yet.</param>
/// <param name="Complete">Codes that brought somebody their reward.</param>
/// <param name="Version">The ETag.</param>
public sealed record CampaignView(
    Id<Campaign> CampaignId, string Slug, Bilingual Name, DateTimeOffset Opens, DateTimeOffset Closes, int FinishDays, CampaignWindow Window, Bilingual Reward, Bilingual? Text,
    int Codes, int Begun, int Complete, int Version)
{
    public static CampaignView Of(Campaign one, int codes, int begun, int complete, DateTimeOffset now) => new(
        one.Id, one.Slug, one.Name, one.Opens, one.Closes, one.FinishDays, one.Window(now), one.Reward, one.Text.IsEmpty ? null : one.Text, codes, begun, complete, one.Version);
}

public sealed record CampaignList(IReadOnlyList<CampaignView> Campaigns);

public enum CodeState { Free, Begun, Used }

/// <param name="Code">As it is printed.</param>
public sealed record CodeView(string Code, CodeState State, DateTimeOffset? UsedAt = null);

public sealed record CodeList(IReadOnlyList<CodeView> Codes);

/// <summary>A registration as an administrator takes it away, to hand rewards out by.</summary>
public sealed record RegistrationRow(Id<Registration> RegistrationId, string Code, string Email, Standing State, DateTimeOffset BeganAt, DateTimeOffset? CompletedAt, string? Receipt, string? CustomerNumber, string? Reward);

public sealed record RegistrationRows(IReadOnlyList<RegistrationRow> Registrations);
