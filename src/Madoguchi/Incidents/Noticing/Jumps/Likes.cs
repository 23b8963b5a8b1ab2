namespace Madoguchi.Incidents.Noticing.Jumps;

/// <summary>Texts that say nearly the same, around the first of them. A chain of likenesses does not grow together: each is held against that first one.</summary>
public sealed class Likes
{
    /// <summary>From here on two texts say the same.</summary>
    public const double Alike = 0.6;

    public static IReadOnlyList<(Told First, IReadOnlyList<Told> All)> Groups(IEnumerable<Told> contacts)
    {
        List<(Told First, List<Told> All)> groups = [];
        var bands = new Dictionary<ulong, List<int>>();
        foreach (var told in contacts.Where(c => c.Sketch is not null).OrderBy(c => c.At))
        {
            var sketch = told.Sketch!; // filtered: not null
            var own = sketch.Bands().ToList();
            var near = own.SelectMany(b => bands.GetValueOrDefault(b) ?? []).Distinct().Select(g => (g, Likeness: groups[g].First.Sketch!.Likeness(sketch)))
                .Where(g => g.Likeness >= Alike).OrderByDescending(g => g.Likeness).ThenBy(g => g.g).Select(g => (int?)g.g).FirstOrDefault();
            if (near is { } found)
            {
                groups[found].All.Add(told);
                continue;
            }

            foreach (var band in own)
                (bands.TryGetValue(band, out var there) ? there : bands[band] = []).Add(groups.Count);
            groups.Add((told, [told]));
        }

        return [.. groups.Select(g => (g.First, (IReadOnlyList<Told>)g.All))];
    }
}
