using Madoguchi.Shared;

namespace Madoguchi.Learning.Missing;

/// <summary>Something that people look for and do not get, in the words that were typed most often.</summary>
/// <param name="Searches">All that is alike, for whoever deals with it.</param>
/// <param name="Alike">Other ways in which it was typed.</param>
/// <param name="NotFound">Nothing was found.</param>
/// <param name="PassedOver">Something was found, and nothing of it was opened.</param>
/// <param name="InVain">What was read did not help, or they wrote to us after all.</param>
public sealed record Missed(IReadOnlyList<Id<HelpSearch>> Searches, string Words, IReadOnlyList<string> Alike, string Language, int NotFound, int PassedOver, int InVain, DateTimeOffset LastAt)
{
    public int Times => NotFound + PassedOver + InVain;

    private const double Same = 0.5;
    private const int OnceIsChance = 2;

    /// <summary>Merged by likeness, the most wanted first.</summary>
    public static IReadOnlyList<Missed> Of(IEnumerable<HelpSearch> searches)
    {
        var groups = new List<(IReadOnlyDictionary<string, double> Gist, List<HelpSearch> Of)>();
        foreach (var search in searches.OrderByDescending(Weight).ThenBy(s => s.FirstAt))
        {
            var gist = Gist.Of(search.Words);
            var alike = groups.FirstOrDefault(g => Gist.Likeness(g.Gist, gist) >= Same);
            if (alike.Of is null)
                groups.Add((gist, [search]));
            else
                alike.Of.Add(search);
        }

        return
        [
            .. groups.Select(g => new Missed(
                    [.. g.Of.Select(s => s.Id)], g.Of[0].Words, [.. g.Of.Skip(1).Select(s => s.Words)], g.Of[0].Language, g.Of.Sum(s => s.Missed), g.Of.Sum(s => s.PassedOver), g.Of.Sum(s => s.InVain), g.Of.Max(s => s.LastAt)))
                .Where(m => m.NotFound + m.InVain > 0 || m.PassedOver >= OnceIsChance).OrderByDescending(m => m.Times).ThenByDescending(m => m.LastAt),
        ];
    }

    private static int Weight(HelpSearch s) => s.Missed + s.PassedOver + s.InVain;
}
