using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases.Wording;

/// <param name="BuiltIn">Nobody has changed it: the house's own list does not exist.</param>
/// <param name="Version">Changes with the phrases; for If-Match.</param>
public sealed record PhraseListView(PhraseKind Kind, string Language, IReadOnlyList<string> Phrases, bool BuiltIn, string Version)
{
    public static PhraseListView Of(PhraseKind kind, string language, PhraseList? own)
    {
        IReadOnlyList<string> phrases = own?.Phrases ?? BuiltInPhrases.Of(kind, language);
        return new(kind, language, phrases, own is null, Versions.Of(phrases));
    }
}

/// <summary>All lists: three kinds in two languages.</summary>
public sealed record PhraseLists(IReadOnlyList<PhraseListView> Lists);

/// <param name="Phrases">The whole list. <c>…</c> stands for a few words, <c>(a|b)</c> for either, <c>$</c> for the end of the sentence.</param>
public sealed record PhraseChange(IReadOnlyList<string> Phrases) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => Phrases.Count > Wording.Phrases.Most
        ? [("/phrases", $"At most {Wording.Phrases.Most} phrases.")]
        : Phrases.SelectMany((p, i) => Checks.Line($"/phrases/{i}", p, Wording.Phrases.Longest).Concat(Wording.Phrases.Wrong(p) is { } why ? [($"/phrases/{i}", why)] : []).Take(1));
}

/// <param name="Term">The insiders' word.</param>
/// <param name="Plain">What it means, in plain words.</param>
/// <param name="Language">BCP 47.</param>
public sealed record GlossaryLine(string Term, string Plain, string Language = "ja");

/// <summary>The insiders' words of a desk, in order.</summary>
public sealed record GlossaryList(IReadOnlyList<GlossaryLine> Terms) : IChecked
{
    private const int Longest = 60;

    public IEnumerable<(string Pointer, string Why)> Errors() => Terms.Count > 500
        ? [("/terms", "At most 500 words.")]
        :
        [
            .. Terms.SelectMany((t, i) => Checks.Line($"/terms/{i}/term", t.Term, Longest).Concat(Checks.Line($"/terms/{i}/plain", t.Plain)).Concat(Checks.Language($"/terms/{i}/language", t.Language))),
            .. Terms.Select((t, i) => (Term: (t.Term.Trim(), t.Language), i)).GroupBy(t => t.Term).SelectMany(g => g.Skip(1)).Select(t => ($"/terms/{t.i}/term", "This word stands here twice.")),
        ];
}
