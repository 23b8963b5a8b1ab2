using Madoguchi.Cases;
using Madoguchi.Incidents.Noticing.Proposing;
using Madoguchi.Shared;

namespace Madoguchi.Inbox.Noticing;

/// <param name="Samples">Cases that the viewer may open, the newest first.</param>
public sealed record ProposalCard(IncidentProposal Proposal, IReadOnlyList<(Id<Case> Id, string Subject)> Samples, Bars Bars)
{
    public bool Dismissed => Proposal.State is ProposalState.Dismissed;
}

/// <summary>How many came in each of the last spans of time, against how many would be ordinary.</summary>
/// <param name="Minutes">Each bar's.</param>
/// <param name="Expected">In each.</param>
public sealed record Bars(DateTimeOffset From, int Minutes, IReadOnlyList<int> Seen, double Expected)
{
    private const int Many = 30;

    public double Top => Math.Max(1, Math.Max(Seen.Max(), Expected));

    public static Bars Of(IReadOnlyList<DateTimeOffset> came, IncidentProposal proposal, DateTimeOffset now)
    {
        var end = proposal.LastAt + TimeSpan.FromMinutes(1) < now.AddMinutes(-30) ? proposal.LastAt + TimeSpan.FromMinutes(1) : now;
        var minutes = Math.Max(1, (int)Math.Ceiling((end - proposal.Since).TotalMinutes * 1.15 / Many));
        var (from, seen) = (end.AddMinutes(-minutes * Many), new int[Many]);
        foreach (var at in came.Where(c => c >= from && c <= end))
            seen[Math.Min(Many - 1, (int)((at - from).TotalMinutes / minutes))]++;
        return new(from, minutes, seen, proposal.Expected * minutes / proposal.WindowMinutes);
    }
}
