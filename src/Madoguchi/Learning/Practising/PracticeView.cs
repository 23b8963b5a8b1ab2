using Madoguchi.Cases;
using Madoguchi.Shared;

namespace Madoguchi.Learning.Practising;

/// <param name="Turns">How many answers it asks for.</param>
/// <param name="PickedBy">Missing: offered by rule.</param>
/// <param name="Run">The caller's newest run of it.</param>
public sealed record PracticeLine(Id<PracticeCase> PracticeId, string Title, string Language, string? Product, int Turns, string? PickedBy, Id<PracticeRun>? Run, bool Done);

/// <summary>A case that would do: solved, thanked, short, nothing attached.</summary>
public sealed record PracticeOffer(Id<Case> CaseId, string Title, string Language, string? Product);

/// <param name="Shown">Runs that colleagues show to the caller.</param>
public sealed record PracticeList(IReadOnlyList<PracticeLine> Practice, IReadOnlyList<PracticeOffer> Offers, IReadOnlyList<ShownRun> Shown);

public sealed record ShownRun(Id<PracticeRun> RunId, string Title, string By, bool Done);

/// <param name="Answer">Missing while it is to be written; what was done then comes with it.</param>
/// <param name="AskedTwice">What the answer asks for although it was told.</param>
/// <param name="Compared">The answer beside what was done; missing with it.</param>
public sealed record TurnView(IReadOnlyList<string> Customer, IReadOnlyList<ToldFact> Known, string? Answer, IReadOnlyList<Done> House, IReadOnlyList<ToldFact> AskedTwice, Comparison? Compared = null);

/// <param name="Ending">What the customer said when all was done.</param>
public sealed record RunView(Id<PracticeRun> RunId, Id<PracticeCase> PracticeId, string Title, string Language, string? Product, string By, bool Mine, int Turns, bool Done, IReadOnlyList<TurnView> Steps, IReadOnlyList<string> Ending, string? Notes, string? ShownTo)
{
    /// <summary>What lies ahead stays covered.</summary>
    public static RunView Of(PracticeRun run, PracticeCase practice, bool mine)
    {
        var (all, answered) = (practice.Turns, run.Answers.Count);
        var turns = all.Where(s => s.House.Count > 0).ToList();
        var done = answered >= turns.Count;
        return new(
            run.Id, practice.Id, practice.Title, practice.Language, practice.Product, run.AgentName, mine, turns.Count, done,
            [.. turns.Take(answered + 1).Select((s, i) => i < answered ? new TurnView(s.Customer, s.Known, run.Answers[i], s.House, AskedTwice.In(run.Answers[i], s.Known), Comparison.Of(run.Answers[i], s.House)) : new(s.Customer, s.Known, null, [], []))],
            done ? [.. all.Where(s => s.House.Count == 0).SelectMany(s => s.Customer)] : [], run.Notes, run.MentorName);
    }
}
