using System.Globalization;
using Madoguchi.Campaigns;
using Madoguchi.Campaigns.Keeping;
using Madoguchi.Desks.Hours;
using Madoguchi.Setup.Settings;
using Madoguchi.Shared;

namespace Madoguchi.Setup.Campaigning;

/// <summary>The form as it was filled in. Times are the house's.</summary>
public sealed record CampaignFilled(IReadOnlyDictionary<string, string> Fields)
{
    private const string Form = "yyyy-MM-ddTHH:mm";
    private const long LargestFile = 1024 * 1024;

    /// <summary>Codes that were pasted, or stood in the file: one in a line, the first column counts.</summary>
    public string Pasted { get; init; } = Fields.GetValueOrDefault("listed", "");

    public string Of(string field) => Fields.GetValueOrDefault(field, "").Trim();

    public int Version => int.TryParse(Of("version"), CultureInfo.InvariantCulture, out var seen) ? seen : 0;

    public CodesWish Codes => Listed is { Count: > 0 } listed ? new(listed, null) : new(null, int.TryParse(Of("generate"), CultureInfo.InvariantCulture, out var count) ? count : 0);

    public CampaignTerms Terms(HouseZone zone) => new(Said("name"), At("opens", zone), At("closes", zone), Said("reward"), Bilingual.Of(Of("text"), Of("textInEnglish")),
        Of("finishDays") is "" ? null : int.TryParse(Of("finishDays"), CultureInfo.InvariantCulture, out var days) ? days : -1);

    public NewCampaign NewCampaign(HouseZone zone)
    {
        var terms = Terms(zone);
        return new(Of("slug"), terms.Name, terms.Opens, terms.Closes, Codes, terms.Reward, terms.Text, terms.FinishDays);
    }

    public static async Task<CampaignFilled> Read(HttpRequest request, CancellationToken ct)
    {
        var filled = new CampaignFilled((await request.Filled(ct)).Fields);
        if (request.Form.Files is not [{ Length: > 0 and <= LargestFile } file])
            return filled;
        using var reader = new StreamReader(file.OpenReadStream());
        var text = await reader.ReadToEndAsync(ct);
        return PlainText.IsStorable(text) ? filled with { Pasted = text } : filled;
    }

    public static CampaignFilled Fresh(HouseZone zone, DateTimeOffset now) => new(new Dictionary<string, string>
    {
        ["opens"] = Local(now, zone), ["closes"] = Local(now.AddDays(14), zone), ["finishDays"] = "14", ["generate"] = "100",
    });

    public static CampaignFilled Of(CampaignView one, HouseZone zone) => new(new Dictionary<string, string>
    {
        ["name"] = one.Name.Ja ?? "", ["nameInEnglish"] = one.Name.En ?? "", ["reward"] = one.Reward.Ja ?? "", ["rewardInEnglish"] = one.Reward.En ?? "", ["text"] = one.Text?.Ja ?? "", ["textInEnglish"] = one.Text?.En ?? "",
        ["opens"] = Local(one.Opens, zone), ["closes"] = Local(one.Closes, zone), ["finishDays"] = one.FinishDays.ToString(CultureInfo.InvariantCulture), ["version"] = one.Version.ToString(CultureInfo.InvariantCulture),
    });

    private List<string> Listed => [.. Pasted.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => l.Split(',', '\t')[0].Trim().Trim('"', '\uFEFF')).Where(c => c.Length > 0 && c is not "code" and not "コード")];

    private Bilingual Said(string field) => new(Of(field), Of(field + "InEnglish"));

    private DateTimeOffset At(string field, HouseZone zone) =>
        DateTime.TryParse(Of(field), CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? new DateTimeOffset(local, zone.Zone.GetUtcOffset(local)).ToMicroseconds() : default;

    private static string Local(DateTimeOffset at, HouseZone zone) => TimeZoneInfo.ConvertTime(at, zone.Zone).ToString(Form, CultureInfo.InvariantCulture);
}
