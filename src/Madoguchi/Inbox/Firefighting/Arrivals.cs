namespace Madoguchi.Inbox.Firefighting;

/// <summary>How many of those affected came when: a column is a minute while it is young, and wider later.</summary>
/// <param name="From">The beginning of the first column.</param>
public sealed record Arrivals(DateTimeOffset From, TimeSpan Each, IReadOnlyList<int> Counts)
{
    private const int Columns = 60;
    private static readonly int[] Widths = [1, 5, 15, 60, 240, 1440];

    public static Arrivals Of(IReadOnlyCollection<DateTimeOffset> came, DateTimeOffset since, DateTimeOffset until)
    {
        var first = came.Count > 0 && came.Min() < since ? came.Min() : since;
        var minutes = Math.Max(10, (until - first).TotalMinutes + 1);
        var each = TimeSpan.FromMinutes(Widths.FirstOrDefault(w => minutes <= w * Columns, (int)Math.Ceiling(minutes / Columns)));
        var from = new DateTimeOffset(first.UtcTicks - (first.UtcTicks % each.Ticks), TimeSpan.Zero);
        var counts = new int[(int)Math.Ceiling(Math.Max(minutes, (until - from).TotalMinutes) / each.TotalMinutes)];
        foreach (var at in came)
            counts[Math.Clamp((int)((at - from) / each), 0, counts.Length - 1)]++;
        return new(from, each, counts);
    }
}
