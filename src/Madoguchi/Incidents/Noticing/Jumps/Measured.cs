namespace Madoguchi.Incidents.Noticing.Jumps;

/// <param name="Size">So many contacts with one new error text, within ten minutes.</param>
/// <param name="Median">Seconds from the first of them until it is proposed.</param>
/// <param name="Longest">The same, of the slowest of a hundred.</param>
public sealed record Measured(int Size, int Median, int Longest)
{
    /// <summary>Months with a daily and a weekly rhythm, by the contacts of their busiest hour: the figures of docs/incidents.md, which a test compares.</summary>
    public static readonly IReadOnlyList<(int Busiest, IReadOnlyList<Measured> Seen)> All =
    [
        (4, [new(3, 258, 559), new(10, 102, 288), new(60, 16, 99)]),
        (40, [new(3, 315, 596), new(10, 100, 337), new(60, 18, 43)]),
        (200, [new(3, 305, 565), new(10, 104, 354), new(60, 16, 80)]),
    ];
}
