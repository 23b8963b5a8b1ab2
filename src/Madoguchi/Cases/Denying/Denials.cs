using System.Text.RegularExpressions;
using Madoguchi.Cases.Wording;
using Madoguchi.Shared;

namespace Madoguchi.Cases.Denying;

/// <summary>Reads words: do they say "no"? Do they say that something happened?</summary>
public static partial class Denials
{
    private const int Shown = 80;

    /// <summary>The words by which a reply declines, as they were written; none when it does not.</summary>
    public static IReadOnlyList<string> In(string reply, Wordbook book) => Read(reply, book.Declines, book.NoDenial);

    /// <summary>The sentences in which a customer says that something happened, as they were written.</summary>
    public static IReadOnlyList<string> Happened(string told, Wordbook book)
    {
        var folded = Folded.Of(told);
        return [.. Sentence().Matches(folded.Text).Where(s => book.SaysHappened.AreIn(s.Value)).Select(s => PlainText.Preview(folded.Written(s.Index, s.Length), Shown)).Distinct()];
    }

    // What is harmless excuses only the words that it touches: "we have not checked yet, but by specification it cannot happen" says no.
    private static IReadOnlyList<string> Read(string text, Phrases phrases, Phrases excuses)
    {
        var (folded, words) = (Folded.Of(text), new List<string>());
        foreach (Match sentence in Sentence().Matches(folded.Text))
        {
            var found = phrases.In(sentence.Value);
            if (found.Count == 0)
                continue;
            var excused = excuses.In(sentence.Value);
            words.AddRange(found.Where(f => !excused.Any(e => e.Start < f.Start + f.Length && f.Start < e.Start + e.Length)).Select(f => folded.Written(sentence.Index + f.Start, f.Length)).Where(w => w.Length > 0));
        }

        return [.. words.Distinct()];
    }

    // With the sign that ends it: a question is none of these.
    [GeneratedRegex(@"(?:[^。!?\n.]|\.(?!\s|$))+(?:[!?]+|$)?")]
    private static partial Regex Sentence();
}
