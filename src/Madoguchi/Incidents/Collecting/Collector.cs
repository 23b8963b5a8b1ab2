using Madoguchi.Incidents.Noticing;

namespace Madoguchi.Incidents.Collecting;

/// <summary>What an open incident collects by: its own product and error text, and those of the incidents that were merged into it.</summary>
/// <param name="By">Whose product and error text it is.</param>
/// <param name="Into">Where what fits belongs.</param>
public sealed record Collector(Incident By, Incident Into)
{
    public static IReadOnlyList<Collector> Of(IReadOnlyCollection<Incident> openAndMerged)
    {
        var all = openAndMerged.ToDictionary(i => i.Id);
        return [.. openAndMerged.Select(i => new Collector(i, i.GoesOnIn(all))).Where(c => c.Into is { IsOpen: true, IsMerged: false })];
    }

    /// <summary>Those that fit, the nearest first.</summary>
    public static IEnumerable<Collector> Nearest(IEnumerable<Collector> collectors, ContactMark mark) => collectors.Where(c => c.By.Fits(mark)).OrderByDescending(c => c.By.Nearness).ThenBy(c => c.By.DeclaredAt);
}
