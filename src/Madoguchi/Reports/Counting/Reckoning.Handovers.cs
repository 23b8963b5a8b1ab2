using Madoguchi.Cases.Timeline;

namespace Madoguchi.Reports.Counting;

public sealed partial class Reckoning
{
    private IEnumerable<CountedHandover> Handovers()
    {
        foreach (var entry in entries)
        {
            if (entry.Kind == "handoverOffered")
            {
                var offer = (HandoverOffered)entry.What;
                var (outcome, answer) = Answer(offer.Handover);
                yield return Handover(entry, offer.From.Slug, offer.To.Slug, outcome, outcome is Outcome.Accepted && CameBack(answer, offer.From.Slug));
            }
            else if (entry.Kind == "takenOver")
            {
                var taken = (TakenOver)entry.What;
                yield return Handover(entry, taken.From.Slug, taken.To.Slug, Outcome.TakenOver, CameBack(entry.Number, taken.From.Slug));
            }
        }
    }

    private CountedHandover Handover(Entry entry, string from, string to, Outcome outcome, bool cameBack) =>
        new() { CaseId = theCase.Id, Entry = entry.Number, Second = Second(entry), From = from, To = to, Outcome = outcome, CameBack = cameBack };

    private (Outcome Outcome, int Entry) Answer(Guid handover)
    {
        foreach (var entry in entries)
        {
            switch (entry.Kind)
            {
                case "handoverAccepted" when ((HandoverAccepted)entry.What).Handover == handover:
                    return (Outcome.Accepted, entry.Number);
                case "handoverReturned" when ((HandoverReturned)entry.What).Handover == handover:
                    return (Outcome.Returned, entry.Number);
                case "handoverWithdrawn" when ((HandoverWithdrawn)entry.What).Handover == handover:
                    return (Outcome.Withdrawn, entry.Number);
            }
        }

        return (Outcome.Waiting, 0);
    }

    private bool CameBack(int after, string to) => moves.Exists(m => m.Entry > after && m.To == to);
}
