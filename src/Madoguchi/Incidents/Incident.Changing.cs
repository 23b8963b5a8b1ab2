using System.Globalization;
using Madoguchi.Incidents.Changing;
using Madoguchi.Shared;

namespace Madoguchi.Incidents;

public sealed partial class Incident
{
    /// <param name="leadName">Of whoever is named as lead.</param>
    public IReadOnlyList<Changed> Change(IncidentChange to, string? leadName, DateTimeOffset now)
    {
        var before = Told();
        Title = to.Title is { } title ? PlainText.Clean(title) : Title;
        Severity = to.Severity ?? Severity;
        Product = Kept(Product, to.Product);
        ErrorText = to.ErrorText is { } error ? Noticing.ErrorText.Fold(error) : ErrorText;
        (Problem, LikeWords) = (Kept(Problem, to.Problem), to.LikeWords ?? LikeWords);
        (WordsJa, WordsEn) = to.Words is { } words ? (Kept(WordsJa, words.Ja), Kept(WordsEn, words.En)) : (WordsJa, WordsEn);
        (PublicJa, PublicEn) = to.PublicTitle is { } shown ? (Kept(PublicJa, shown.Ja), Kept(PublicEn, shown.En)) : (PublicJa, PublicEn);
        (LeadId, LeadName) = to.Lead is null ? (LeadId, LeadName) : (to.LeadId, leadName);
        if (to.Since?.ToUniversalTime().ToMicroseconds() is { } since)
            (Since, CollectsFrom) = (since, since);
        var changed = before.Zip(Told(), (b, a) => new Changed(b.What, b.Said, a.Said)).Where(c => c.From != c.To).ToList();
        ChangedAt = changed.Count > 0 ? now : ChangedAt;
        return changed;
    }

    private static string? Kept(string? had, string? to) => to is null ? had : string.IsNullOrWhiteSpace(to) ? null : PlainText.Clean(to);

    private List<(string What, string? Said)> Told() =>
    [
        ("title", Title), ("severity", Severity.ToString().ToLowerInvariant()), ("product", Product), ("errorText", ErrorText), ("problem", Problem), ("likeWords", Like is not null && LikeWords ? "true" : null), ("wordsJa", WordsJa), ("wordsEn", WordsEn), ("lead", LeadName), ("publicJa", PublicJa), ("publicEn", PublicEn),
        ("since", Since.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)),
    ];
}
