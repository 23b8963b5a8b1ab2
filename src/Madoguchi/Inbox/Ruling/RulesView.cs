using Madoguchi.Desks;
using Madoguchi.Remedies;
using Madoguchi.Rules.Broken;
using Madoguchi.Rules.Keeping;
using Madoguchi.Rules.Telling;

namespace Madoguchi.Inbox.Ruling;

/// <summary>How many broke when: days of a month, or hours of two days when it all began just now.</summary>
/// <param name="From">The beginning of the first column.</param>
public sealed record BreakColumns(DateTimeOffset From, TimeSpan Each, IReadOnlyList<int> Counts)
{
    public DateTimeOffset To => From + Each * Counts.Count;

    public bool IsByHour => Each < TimeSpan.FromDays(1);

    /// <summary>Whole hours by the clock, whole days counted back from now.</summary>
    public static BreakColumns Of(IReadOnlyCollection<DateTimeOffset> since, DateTimeOffset now)
    {
        var hour = new DateTimeOffset(now.UtcTicks - now.UtcTicks % TimeSpan.TicksPerHour, TimeSpan.Zero).AddHours(1);
        var (each, many) = since.Count > 0 && since.Min() < hour.AddHours(-48) ? (TimeSpan.FromDays(1), 30) : (TimeSpan.FromHours(1), 48);
        var (from, counts) = (hour - each * many, new int[many]);
        foreach (var at in since)
            counts[Math.Clamp((int)((at - from) / each), 0, many - 1)]++;
        return new(from, each, counts);
    }
}

/// <summary>A telling as it is written, before it is sent.</summary>
/// <param name="Looked">It is looked at; otherwise it is still being written.</param>
public sealed record TellDraft(string Ja, string En, string? Desk, string? Remedy, bool Looked);

/// <summary>The page of one rule.</summary>
/// <param name="Would">Who would be told now; supervisors only.</param>
/// <param name="Draft">Looked at before it is sent.</param>
/// <param name="Shown">The telling whose recipients are listed.</param>
public sealed record RulePageView(
    RuleView Rule, CurrentAgent Me, BrokenList Broken, BreakColumns Columns, Reckoned? Would, IReadOnlyList<TellingView> Tellings, RecipientList? Shown, TellDraft? Draft, string? Wrong, IReadOnlyList<Desk> Desks, IReadOnlyList<Remedy> Remedies, DateTimeOffset Now)
{
    public int Told => Rule.Broken - Rule.Untold;
}
