using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Incidents;
using Madoguchi.Incidents.Changing;
using Madoguchi.Incidents.Declaring;
using Madoguchi.Incidents.Maintaining;
using Madoguchi.Rules;
using Madoguchi.Shared;

namespace Madoguchi.Inbox.Firefighting;

/// <summary>From what is filled in to what is meant; nothing where it cannot be meant.</summary>
public static class Filled
{
    public static IncidentDraft Incident(IFormCollection form)
    {
        string Of(string name) => form[name].ToString();
        return new(Of("title"), Of("severity"), Of("product"), Of("errorText"), Of("wordsJa"), Of("wordsEn"), Of("publicJa"), Of("publicEn"), Of("lead"), Of("since"), Of("case"), Of("rule"), Of("proposal"), Of("byWords") is "asked" ? Of("likeWords") is "true" : null);
    }

    public static PlanDraft Plan(IFormCollection form)
    {
        string Of(string name) => form[name].ToString();
        return new(Of("titleJa"), Of("titleEn"), Of("textJa"), Of("textEn"), Of("product"), Of("from"), Of("to"));
    }

    public static NewIncident? Declares(this IncidentDraft draft, DateTimeOffset now)
    {
        var asked = new NewIncident(
            draft.Title, Guid.TryParse(draft.Proposal, out var proposal) ? proposal : null, Named(draft.Product), Named(draft.ErrorText), SeverityOf(draft.Severity), Id<Agent>.TryParse(draft.Lead, null, out var lead) ? lead : null,
            Bilingual.Of(draft.WordsJa, draft.WordsEn), Bilingual.Of(draft.PublicJa, draft.PublicEn), Id<Case>.TryParse(draft.Case, null, out var theCase) ? theCase : null, Id<Rule>.TryParse(draft.Rule, null, out var rule) ? rule : null, Since(draft, now));
        return IsStorable(draft) && !asked.Errors().Any() ? asked : null;
    }

    public static IncidentChange? Changes(this IncidentDraft draft, DateTimeOffset now)
    {
        var asked = new IncidentChange(draft.Title, SeverityOf(draft.Severity), draft.Product.Trim(), draft.ErrorText.Trim(), new(draft.WordsJa, draft.WordsEn), draft.Lead, new(draft.PublicJa, draft.PublicEn), Since(draft, now), LikeWords: draft.LikeWords);
        return IsStorable(draft) && !asked.Errors().Any() ? asked : null;
    }

    /// <summary>Times as people write them, in the house's zone.</summary>
    public static NewMaintenance? Plans(this PlanDraft draft, TimeZoneInfo zone)
    {
        if (At(draft.From, zone) is not { } from || At(draft.To, zone) is not { } to || !PlainText.IsStorable(draft.ToString()))
            return null;
        var asked = new NewMaintenance(new(Named(draft.TitleJa), Named(draft.TitleEn)), from, to, new(Named(draft.TextJa), Named(draft.TextEn)), Named(draft.Product));
        return asked.Errors().Any() ? null : asked;
    }

    private static DateTimeOffset? At(string text, TimeZoneInfo zone) =>
        DateTime.TryParseExact(text, ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm"], System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var local) && local.Year > 1 ? new DateTimeOffset(local, zone.GetUtcOffset(local)) : null;

    private static DateTimeOffset? Since(IncidentDraft draft, DateTimeOffset now) => int.TryParse(draft.Since, out var hours) && IncidentDraft.Hours.Contains(hours) ? now.AddHours(-hours) : null;

    private static Severity SeverityOf(string name) => Enum.TryParse<Severity>(name, ignoreCase: true, out var severity) && Enum.IsDefined(severity) ? severity : Severity.Major;

    private static string? Named(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static bool IsStorable(IncidentDraft draft) => PlainText.IsStorable(draft.ToString());
}
