using Madoguchi.Search;
using Madoguchi.Shared;

namespace Madoguchi.Learning.Helping;

/// <summary>All public articles, to be looked through at once: first those where all the words stand, the title before the text; where there is none, those that are like it.</summary>
public sealed class HelpIndex
{
    private const int Excerpt = 110;
    private const double LikeEnough = 0.24;
    private const double BesideTheBest = 0.4;
    private const double TitleCounts = 2;
    private readonly Dictionary<string, List<(int Item, double Weight)>> pieces = [];

    public HelpIndex(IReadOnlyList<HelpItem> items)
    {
        Items = items;
        for (var i = 0; i < items.Count; i++)
        {
            foreach (var piece in items[i].TitleGist.Keys.Union(items[i].TextGist.Keys))
            {
                if (!pieces.TryGetValue(piece, out var places))
                    pieces[piece] = places = [];
                places.Add((i, items[i].TitleGist.TryGetValue(piece, out var title) ? title * TitleCounts : items[i].TextGist[piece]));
            }
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

    /// <summary>For a story that somebody tells.</summary>
    public IReadOnlyList<HelpHit> Like(string text, Tongue t, int atMost)
    {
        var asked = Gist.Of(text).Where(p => pieces.ContainsKey(p.Key)).Select(p => (p.Key, Weight: p.Value * Rarity(p.Key))).Where(p => p.Weight > 0).ToList();
        var all = asked.Sum(p => p.Weight);
        // One ending in common is chance.
        if (all < 0.5)
            return [];
        var scores = new Dictionary<int, double>();
        foreach (var (piece, weight) in asked)
        {
            foreach (var (item, counts) in pieces[piece])
                scores[item] = scores.GetValueOrDefault(item) + weight * counts;
        }

        // Far behind the best is only about the same product.
        var least = Math.Max(Math.Max(LikeEnough * all, 1), BesideTheBest * scores.Values.DefaultIfEmpty(0).Max());
        return
        [
            .. scores.Where(s => s.Value >= least).OrderByDescending(s => s.Value).ThenBy(s => Items[s.Key].Slug, StringComparer.Ordinal).Take(atMost)
                .Select(s => Items[s.Key]).Select(i => new HelpHit(i.Slug, i.Title, i.Product, PlainText.Preview(i.Plain.In(t), Excerpt), true)),
        ];
    }

    // What stands everywhere tells nothing apart.
    private double Rarity(string piece) => Items.Count < 3 ? 1 : Math.Log((double)(Items.Count + 1) / (pieces[piece].Count + 0.5));

    private static int Rank(HelpItem item, Sought sought) => sought.IsIn(item.FoldedTitle) ? 0 : sought.Places(item.FoldedTitle).Count > 0 ? 1 : 2;

    private static string Around(HelpItem item, Sought sought, Tongue t)
    {
        var (mine, theirs) = (item.Plain.In(t), item.Plain.In(t.Other));
        return Snippet.Of(mine, sought)?.Text ?? (theirs == mine ? null : Snippet.Of(theirs, sought)?.Text) ?? PlainText.Preview(mine, Excerpt);
    }
}
