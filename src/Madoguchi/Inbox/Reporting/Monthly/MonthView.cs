using Madoguchi.Desks;
using Madoguchi.Reports.Monthly;

namespace Madoguchi.Inbox.Reporting.Monthly;

/// <summary>What the page for the management shows.</summary>
/// <param name="Months">Those that can be chosen, the newest first.</param>
/// <param name="Named">All desks by slug, for their names.</param>
/// <param name="Wrong">What was asked for is no month: this one is shown.</param>
public sealed record MonthView(Month Month, IReadOnlyList<Month> Months, MonthReport Report, IReadOnlyDictionary<string, Desk> Named, bool Wrong)
{
    public long Sum(string part, string measure) => Report.Part(part).Sum(measure);

    public long? Half(string part, string measure) => Report.Part(part).Sums.GetValueOrDefault(measure);

    public long? Before(string part, string measure) => Report.Part(part).Before.GetValueOrDefault(measure);

    public IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows(string part) => Report.Part(part).Rows;
}
