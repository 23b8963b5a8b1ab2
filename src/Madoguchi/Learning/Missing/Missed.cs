using Madoguchi.Shared;

namespace Madoguchi.Learning.Missing;

/// <summary>One way in which it was typed.</summary>
public sealed record Typed(string Words, int Times);

/// <summary>Something that people look for and do not get, in the words that were typed most often.</summary>
/// <param name="Searches">All that is alike, for whoever deals with it.</param>
/// <param name="Alike">Other ways in which it was typed, and how often.</param>
/// <param name="NotFound">Nothing was found.</param>
/// <param name="PassedOver">Something was found, and nothing of it was opened.</param>
/// <param name="InVain">What was read did not help, or they wrote to us after all.</param>
/// <param name="OpenSince">What is written from here on may answer it.</param>
public sealed record Missed(IReadOnlyList<Id<HelpSearch>> Searches, string Words, IReadOnlyList<Typed> Alike, string Language, int NotFound, int PassedOver, int InVain, DateTimeOffset LastAt, DateTimeOffset OpenSince)
{
    public int Times => NotFound + PassedOver + InVain;

    private const double Same = 0.5;
    private const int OnceIsChance = 2;

    /// <summary>Merged by spelling and by likeness, the most wanted first.</summary>
    public static IReadOnlyList<Missed> Of(IEnumerable<HelpSearch> searches)
    {
        var groups = new List<(IReadOnlyDictionary<string, double> Gist, List<(HelpSearch Search, string Key)> Of)>();
        foreach (var search in searches.OrderByDescending(Weight).ThenBy(s => s.FirstAt))
        {
            var (gist, key) = (Gist.Of(search.Words), Spelling.Key(search.Words));
            var alike = groups.FirstOrDefault(g => g.Of.Any(o => Spelling.Same(o.Key, key)) || Gist.Likeness(g.Gist, gist) >= Same);
            if (alike.Of is null)
                groups.Add((gist, [(search, key)]));
            else
                alike.Of.Add((search, key));
        }

        return
        [
            .. groups.Select(g => g.Of.ConvertAll(o => o.Search)).Select(g => new Missed(
                    [.. g.Select(s => s.Id)], g[0].Words, [.. g.Skip(1).Select(s => new Typed(s.Words, Weight(s)))], g[0].Language, g.Sum(s => s.Missed), g.Sum(s => s.PassedOver), g.Sum(s => s.InVain), g.Max(s => s.LastAt),
                    Since(g[0])))
                .Where(m => m.NotFound + m.InVain > 0 || m.PassedOver >= OnceIsChance).OrderByDescending(m => m.Times).ThenByDescending(m => m.LastAt),
        ];
    }

    // An article that was there when it did not help is no answer: one that is written at the very moment is.
    private static DateTimeOffset Since(HelpSearch s) => (s.FailedAt ?? s.LastAt) + (s.InVain + s.PassedOver > 0 ? TimeSpan.FromTicks(1) : TimeSpan.Zero);

    private static int Weight(HelpSearch s) => s.Missed + s.PassedOver + s.InVain;
}
