using Madoguchi.Cases;
using Madoguchi.Cases.Facts;
using Madoguchi.Cases.Timeline;

namespace Madoguchi.Chat;

/// <summary>What stands at the end of the customer's page because the case waits for it.</summary>
/// <param name="IsHeard">Somebody of the desk has said a word.</param>
/// <param name="Ahead">A change of language that the customer has not answered yet.</param>
/// <param name="Solution">The outcome that is proposed.</param>
/// <param name="FollowedUp">The desk has asked how things are, and waits for one of three taps.</param>
/// <param name="NotNeeded">They have said that it is no longer needed.</param>
/// <param name="Questions">What was asked and is not told yet.</param>
public sealed record Waiting(bool IsHeard, LanguageAhead? Ahead, string? Solution, bool FollowedUp, bool NotNeeded, IReadOnlyList<OpenQuestion> Questions)
{
    /// <summary>The kinds of entries that say so.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["message", "callTaken", "question", "fact", "factPromised", "languageAhead", "languageAnswered", "handoverAccepted", "takenOver", "solutionProposed", "solutionAnswered", "attachment", "followedUp", "followUpAnswered", "incidentTold"];

    /// <param name="entries">Of these kinds, oldest first.</param>
    public static Waiting In(Case theCase, IReadOnlyList<Entry> entries)
    {
        LanguageAhead? ahead = null;
        string? solution = null;
        var (followedUp, notNeeded) = (false, false);
        foreach (var entry in entries)
        {
            followedUp = !Entry.IsOfCustomer(entry.Role, entry.Kind) && (followedUp || entry.Kind == "followedUp");
            notNeeded = entry.What is FollowUpAnswered { Answer: FollowUpAnswer.NoLongerNeeded };
            switch (entry.What)
            {
                case LanguageAhead told:
                    ahead = told;
                    break;
                case LanguageAnswered or HandoverAccepted or TakenOver:
                    ahead = null;
                    break;
                case SolutionProposed proposed:
                    solution = proposed.Outcome;
                    break;
                case SolutionAnswered:
                    solution = null;
                    break;
            }
        }

        return new(
            entries.Any(e => e.Role is Role.Agent),
            ahead is not null && theCase.PendingHandoverId?.Value == ahead.Handover ? ahead : null,
            theCase.Status is Status.Proposed ? solution : null, followedUp && theCase.Status is not Status.Solved, notNeeded,
            theCase.IsClosed ? [] : [.. OpenQuestions.In(entries).Values.OrderBy(q => q.Entry)]);
    }
}
