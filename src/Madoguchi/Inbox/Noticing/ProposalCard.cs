using Madoguchi.Cases;
using Madoguchi.Incidents.Noticing.Proposing;
using Madoguchi.Shared;

namespace Madoguchi.Inbox.Noticing;

/// <param name="Cases">Those that the viewer may open, the newest first, as far as they are shown.</param>
/// <param name="Seen">So many of them the viewer may open.</param>
public sealed record ProposalCard(IncidentProposal Proposal, IReadOnlyList<ProposedCase> Cases, int Seen, Bars Bars)
{
    private const int Few = 3;

    /// <summary>What they say: the newest of each wording.</summary>
    public IEnumerable<ProposedCase> Samples => Cases.DistinctBy(c => c.Subject).Take(Few);

    public bool Dismissed => Proposal.State is ProposalState.Dismissed;
}

public sealed record ProposedCase(Id<Case> Id, string Subject, DateTimeOffset At);

/// <summary>How many came in each of the last spans of time, against how many would be ordinary.</summary>
/// <param name="Minutes">Each bar's.</param>
/// <param name="Expected">In each.</param>
public sealed record Bars(DateTimeOffset From, int Minutes, IReadOnlyList<int> Seen, double Expected)
{
    private const int Many = 30;
    private const int Enough = 12;
    private static readonly int[] Widths = [1, 2, 5, 10, 15, 30, 60];

    public double Top => Math.Max(1, Math.Max(Seen.Max(), Expected));

    public static Bars Of(IReadOnlyList<DateTimeOffset> came, IncidentProposal proposal, DateTimeOffset now)
    {
        var end = proposal.LastAt + TimeSpan.FromMinutes(1) < now.AddMinutes(-30) ? proposal.LastAt + TimeSpan.FromMinutes(1) : now;
        // As fine as the time allows, and no finer than there is something in most of them; before it began, half as long, to see what was ordinary.
        var span = Math.Max(1, (end - proposal.Since).TotalMinutes);
        var minutes = Widths.FirstOrDefault(w => span / w <= Many && (span / w <= Enough || came.Count >= 2 * span / w), (int)Math.Ceiling(span / Many));
        var many = (int)Math.Ceiling(span * 1.5 / minutes) + 2;
        var (from, seen) = (end.AddMinutes(-minutes * many), new int[many]);
        foreach (var at in came.Where(c => c >= from && c <= end))
            seen[Math.Min(many - 1, (int)((at - from).TotalMinutes / minutes))]++;
        return new(from, minutes, seen, proposal.Expected * minutes / proposal.WindowMinutes);
    }
}
