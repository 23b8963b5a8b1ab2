using Madoguchi.Shared;

namespace Madoguchi.Voices.Likeness;

/// <summary>A voice as it is compared.</summary>
/// <param name="Words">Its title, and what customers say.</param>
public sealed record Sounding(Id<Voice> Id, string Title, string? Product, string? ErrorText, string Words = "");

/// <summary>What is looked for.</summary>
/// <param name="ErrorText">Folded.</param>
public sealed record Asked(string Words, string? Product = null, string? ErrorText = null);

/// <param name="Likeness">0 to 1.</param>
public sealed record Like(Sounding Voice, double Likeness, bool SameError);

/// <summary>Which voices say the same: by the error text, by how much of a title is in the words, and by the words they share; rare words count more (tf-idf), and what concerns another product counts less.</summary>
public sealed class Alike
{
    /// <summary>From here on it is worth a look.</summary>
    public const double WorthALook = 0.3;

    /// <summary>From here on an agent is asked without having looked.</summary>
    public const double WorthAsking = 0.5;

    private const double OfTitle = 0.9;
    private readonly IReadOnlyList<(Sounding Voice, IReadOnlyDictionary<string, double> Title, IReadOnlyDictionary<string, double> Words)> voices;
    private readonly Dictionary<string, int> often = new(StringComparer.Ordinal);

    public Alike(IEnumerable<Sounding> voices)
    {
        this.voices = [.. voices.Select(v => (v, Pieces.Of(v.Title), Pieces.Of($"{v.Title}\n{v.Words}")))];
        foreach (var piece in this.voices.SelectMany(v => v.Words.Keys))
            often[piece] = often.GetValueOrDefault(piece) + 1;
    }

    /// <summary>The likest first.</summary>
    public IReadOnlyList<Like> To(Asked asked, int atMost, double atLeast = WorthALook)
    {
        var words = Pieces.Of(asked.Words);
        return [.. voices.Select(v => Compare(asked, words, v)).Where(l => l.Likeness >= atLeast).OrderByDescending(l => l.Likeness).ThenByDescending(l => l.Voice.Id.Value).Take(atMost)];
    }

    private Like Compare(Asked asked, IReadOnlyDictionary<string, double> words, (Sounding Voice, IReadOnlyDictionary<string, double> Title, IReadOnlyDictionary<string, double> Words) voice)
    {
        var sameError = asked.ErrorText is { } error && error == voice.Voice.ErrorText;
        var (mine, theirs) = (asked.Product, voice.Voice.Product);
        var (sameProduct, otherProduct) = (mine is not null && theirs is not null && Same(mine, theirs), mine is not null && theirs is not null && !Same(mine, theirs));
        var likeness = sameError ? 1 : Math.Max(Cosine(words, voice.Words), OfTitle * Share(voice.Title, words));
        likeness *= otherProduct ? 0.6 : 1;
        return new(voice.Voice, Math.Round(Math.Min(1, sameProduct ? likeness * 1.1 : likeness), 3), sameError);
    }

    private static bool Same(string a, string b) => Cases.Wording.Folded.Plain(a) == Cases.Wording.Folded.Plain(b);

    // How much of the title is said; one rare pair alone says little.
    private double Share(IReadOnlyDictionary<string, double> title, IReadOnlyDictionary<string, double> words)
    {
        var all = title.Sum(Worth);
        return title.Count < 2 || all == 0 ? 0 : title.Where(p => words.ContainsKey(p.Key)).Sum(Worth) / all;
    }

    private double Cosine(IReadOnlyDictionary<string, double> a, IReadOnlyDictionary<string, double> b)
    {
        var (of, with) = (a.Sum(p => Math.Pow(Worth(p), 2)), b.Sum(p => Math.Pow(Worth(p), 2)));
        return of == 0 || with == 0 ? 0 : a.Where(p => b.ContainsKey(p.Key)).Sum(p => Math.Pow(Worth(p), 2)) / Math.Sqrt(of * with);
    }

    private double Worth(KeyValuePair<string, double> piece) => piece.Value * Math.Log(1 + ((voices.Count + 1.0) / (1 + often.GetValueOrDefault(piece.Key))));
}
