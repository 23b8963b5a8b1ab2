using System.Text.RegularExpressions;
using Madoguchi.Cases.Wording;

namespace Madoguchi.Care.Recognizing;

/// <summary>What a phrase that stands in a sentence does there.</summary>
public enum Part
{
    /// <summary>Its weight counts.</summary>
    Counts,

    /// <summary>A heavier one of the same kind counts already.</summary>
    Lighter,

    /// <summary>Another list says that it is none.</summary>
    Excused,
}

/// <param name="Words">As they stand in the text.</param>
/// <param name="Line">The line of the list that found them.</param>
public sealed record Ground(string Words, CareKind Kind, int Weight, Part Part, string Line);

/// <summary>A sentence, and what the lists find in it.</summary>
public sealed record Weighed(string Text, IReadOnlyList<Ground> Grounds);

/// <summary>Why words would be folded, or not.</summary>
/// <param name="Folded">With no failure of ours on record; with one, only what is aimed at the person is.</param>
/// <param name="Request">What stays in view.</param>
/// <param name="Sentences">Those in which something was found.</param>
public sealed record Explained(bool Folded, bool AgainstThePerson, int Weight, int Threshold, IReadOnlyList<CareKind> Kinds, string Request, IReadOnlyList<Weighed> Sentences);

/// <summary>Pure: for whoever edits the lists.</summary>
public static class Explaining
{
    public static Explained Of(string words, CareBook book)
    {
        var (heard, folded) = (Hearing.Of(words, book), Folded.Of(words));
        var sentences = Hearing.Sentences(folded).Select(s => new Weighed(folded.Written(s.Index, s.Length), [.. Grounds(folded, s, book)])).Where(s => s.Grounds.Count > 0);
        return new(heard.IsAbusive, heard.AgainstThePerson, heard.Weight, heard.Threshold, heard.Kinds, heard.Request, [.. sentences]);
    }

    private static IEnumerable<Ground> Grounds(Folded folded, Match sentence, CareBook book)
    {
        var (found, excused) = book.Look(sentence.Value);
        var counted = found.Where(f => !excused.Any(f.Touches)).GroupBy(f => f.Kind).Select(g => g.MaxBy(f => f.Weight)!).ToHashSet(); // groups are not empty
        return found.Select(f => new Ground(
                folded.Written(sentence.Index + f.Start, f.Length), f.Kind, f.Kind.Hurts() ? f.Weight : 0, counted.Contains(f) ? Part.Counts : excused.Any(f.Touches) ? Part.Excused : Part.Lighter, excused.FirstOrDefault(f.Touches)?.Line ?? f.Line))
            .DistinctBy(g => (g.Words, g.Kind, g.Part)).OrderBy(g => g.Part).ThenByDescending(g => g.Weight);
    }
}
