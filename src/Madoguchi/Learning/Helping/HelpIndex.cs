using Madoguchi.Search;
using Madoguchi.Shared;

namespace Madoguchi.Learning.Helping;

/// <summary>All public articles, to be looked through at once: first those where all the words stand, the title before the text; where there is none, those that are like it.</summary>
public sealed class HelpIndex
{
    private const int Excerpt = 110;
    private const double LikeEnough = 0.24;
    private const double BesideTheBest = 0.4;
    private const double SameProduct = 0.2;
    private readonly Vocabulary words;
    private readonly List<(int Item, float Weight)>?[] places;
    private readonly Dictionary<string, int> bySlug = new(StringComparer.Ordinal);

    public HelpIndex(IReadOnlyList<HelpItem> items, Vocabulary words)
    {
        (Items, this.words, places) = (items, words, new List<(int, float)>?[words.Count]);
        for (var i = 0; i < items.Count; i++)
        {
            bySlug[items[i].Slug] = i;
            foreach (var piece in items[i].Pieces)
                (places[piece.Piece] ??= []).Add((i, piece.Weight));
        }
    }

    public IReadOnlyList<HelpItem> Items { get; }

    /// <summary>For words that somebody looks for.</summary>
    public IReadOnlyList<HelpHit> Search(string q, Tongue t, int atMost)
    {
        var sought = Sought.Read(q);
        if (sought.IsNothing)
            return [];
        var found = Items.Where(i => sought.IsIn(i.FoldedText)).OrderBy(i => Rank(i, sought)).ThenBy(i => i.FoldedTitle.Length).ThenBy(i => i.Slug, StringComparer.Ordinal).Take(atMost).ToList();
        return found.Count > 0 ? [.. found.Select(i => new HelpHit(i.Slug, i.Title, i.Product, Around(i, sought, t), false))] : Like(q, t, atMost);
    }

    /// <summary>Whether an article that was changed since has all of these words.</summary>
    public bool AnswersSince(DateTimeOffset since, string q) => Sought.Read(q) is { IsNothing: false } sought && Items.Any(i => i.ChangedAt >= since && sought.IsIn(i.FoldedText));

    /// <summary>For a story that somebody tells.</summary>
    public IReadOnlyList<HelpHit> Like(string text, Tongue t, int atMost)
    {
        var asked = Asked(Gist.Of(text).Select(p => (words.Known(p.Key), p.Value)));
        var all = asked.Sum(p => p.Weight);
        // One ending in common is chance.
        if (all < 0.5)
            return [];
        var scores = Scores(asked);
        // Far behind the best is only about the same product.
        var least = Math.Max(Math.Max(LikeEnough * all, 1), BesideTheBest * scores.Values.DefaultIfEmpty(0).Max());
        return
        [
            .. scores.Where(s => s.Value >= least).OrderByDescending(s => s.Value).ThenBy(s => Items[s.Key].Slug, StringComparer.Ordinal).Take(atMost)
                .Select(s => Items[s.Key]).Select(i => new HelpHit(i.Slug, i.Title, i.Product, new(PlainText.Preview(i.Plain.In(t), Excerpt)), true)),
        ];
    }

    /// <summary>What else whoever reads this may want: what is like it, then what is about the same product.</summary>
    public IReadOnlyList<HelpItem> Beside(string slug, int atMost)
    {
        if (!bySlug.TryGetValue(slug, out var here))
            return [];
        var asked = Asked(Items[here].About.Select(p => ((int?)p.Piece, (double)p.Weight)));
        var (all, product, scores) = (asked.Sum(p => p.Weight), Items[here].Product, Scores(asked));
        return
        [
            .. Enumerable.Range(0, Items.Count).Where(i => i != here).Select(i => (Item: Items[i], Score: scores.GetValueOrDefault(i) + (product is not null && Items[i].Product == product ? SameProduct * all : 0)))
                .Where(i => i.Score >= SameProduct * all && i.Score > 0).OrderByDescending(i => i.Score).ThenBy(i => i.Item.Slug, StringComparer.Ordinal).Take(atMost).Select(i => i.Item),
        ];
    }

    private List<(int Piece, double Weight)> Asked(IEnumerable<(int? Piece, double Weight)> pieces) =>
        [.. pieces.Where(p => p.Piece < places.Length && places[p.Piece.Value] is not null).Select(p => (Piece: p.Piece!.Value, Weight: p.Weight * Rarity(p.Piece!.Value))).Where(p => p.Weight > 0)]; // less than: not null

    private Dictionary<int, double> Scores(List<(int Piece, double Weight)> asked)
    {
        var scores = new Dictionary<int, double>();
        foreach (var (piece, weight) in asked)
        {
            foreach (var (item, counts) in places[piece]!) // asked for what stands somewhere
                scores[item] = scores.GetValueOrDefault(item) + weight * counts;
        }

        return scores;
    }

    // What stands everywhere tells nothing apart.
    private double Rarity(int piece) => Items.Count < 3 ? 1 : Math.Log((double)(Items.Count + 1) / (places[piece]!.Count + 0.5)); // asked for what stands somewhere

    private static int Rank(HelpItem item, Sought sought) => sought.IsIn(item.FoldedTitle) ? 0 : sought.Places(item.FoldedTitle).Count > 0 ? 1 : 2;

    private static Lit Around(HelpItem item, Sought sought, Tongue t)
    {
        var (mine, theirs) = (item.Plain.In(t), item.Plain.In(t.Other));
        var found = Snippet.Of(mine, sought) ?? (theirs == mine ? null : Snippet.Of(theirs, sought));
        return found is null ? new(PlainText.Preview(mine, Excerpt)) : new(found.Text, found.Marks);
    }
}
