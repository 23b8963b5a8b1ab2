using System.Text.RegularExpressions;

namespace Madoguchi.Cases.Wording;

/// <param name="Words">What shows it, as it was written, in the order of the text.</param>
/// <param name="Numbers">The telephone numbers among them, as they are compared.</param>
public sealed record Noticed(IReadOnlyList<string> Words, IReadOnlyList<string> Numbers);

/// <summary>Reads a reply before it is sent: does it send the customer away, to another number or another window? A desk that cannot help hands over instead.</summary>
public static partial class SendingAway
{
    /// <param name="own">The desk's own telephone numbers: they lead back to us.</param>
    /// <param name="his">The customer's numbers, and whatever stands in the customer's facts: nobody is sent to those.</param>
    public static Noticed? In(string text, Wordbook book, IEnumerable<string> own, IEnumerable<string> his)
    {
        var (ours, theirs) = (own.Select(Telephone.Digits).ToList(), his.SelectMany(h => Telephone.In(Folded.Plain(h)).Select(f => f.Digits).Append(Telephone.Digits(h))).Where(d => d.Length >= 5).ToList());
        var (folded, words, numbers) = (Folded.Of(text), new List<string>(), new List<string>());
        foreach (Match sentence in Sentence().Matches(folded.Text))
        {
            if (book.Harmless.AreIn(sentence.Value))
                continue;
            var told = Telephone.In(sentence.Value).ToList();
            var foreign = told.Where(n => !Telephone.IsOneOf(n.Digits, ours) && !Telephone.IsOneOf(n.Digits, theirs)).ToList();
            // Whoever is given our own number comes back to us.
            var phrases = told.Any(n => Telephone.IsOneOf(n.Digits, ours)) && foreign.Count == 0 ? [] : book.SendsAway.In(sentence.Value);
            words.AddRange(phrases.Concat(foreign.Select(n => (n.Start, n.Length))).OrderBy(p => p.Item1).Select(p => folded.Written(sentence.Index + p.Item1, p.Item2)).Where(w => w.Length > 0));
            numbers.AddRange(foreign.Select(n => n.Digits));
        }

        return words.Count == 0 ? null : new([.. words.Distinct()], [.. numbers.Distinct()]);
    }

    [GeneratedRegex(@"(?:[^。!?\n.]|\.(?!\s|$))+")]
    private static partial Regex Sentence();
}
