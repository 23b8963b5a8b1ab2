using Madoguchi.Cases.Denying;

namespace Madoguchi.Cases.Wording;

public enum WordingHintKind { Sighs, InsidersWord, Declines }

/// <param name="Words">As they stand in the draft.</param>
/// <param name="Plain">What the insiders' word means.</param>
public sealed record WordingHint(WordingHintKind Kind, string Words, string? Plain = null);

/// <summary>A quiet word beside the draft. Nothing is held back for it.</summary>
public static class WordingHints
{
    private const int Most = 10;

    public static IReadOnlyList<WordingHint> In(string draft, Wordbook book, IEnumerable<GlossaryTerm> glossary, string language)
    {
        var folded = Folded.Of(draft);
        return [.. Denials.In(draft, book).Take(1).Select(w => new WordingHint(WordingHintKind.Declines, w)), .. Sighs(folded, book).DistinctBy(h => h.Words).Concat(Insiders(folded, glossary, language)).Take(Most)];
    }

    private static IEnumerable<WordingHint> Sighs(Folded draft, Wordbook book)
    {
        var at = 0;
        foreach (var line in draft.Text.Split('\n'))
        {
            foreach (var (start, length) in book.Sighs.In(line))
                yield return new(WordingHintKind.Sighs, draft.Written(at + start, length));
            at += line.Length + 1;
        }
    }

    // Who explains the word beside it needs no hint.
    private static IEnumerable<WordingHint> Insiders(Folded draft, IEnumerable<GlossaryTerm> glossary, string language) =>
        from term in glossary
        where Same(term.Language, language) && !draft.Text.Contains(Folded.Plain(term.Plain), StringComparison.Ordinal)
        let word = Folded.Plain(term.Term)
        let at = Word.In(draft.Text, word)
        where at >= 0
        select new WordingHint(WordingHintKind.InsidersWord, draft.Written(at, word.Length), term.Plain);

    private static bool Same(string one, string other) => one.Split('-')[0].Equals(other.Split('-')[0], StringComparison.OrdinalIgnoreCase);
}
