using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Handovers;

/// <summary>What the next person needs so that the customer repeats nothing: composed by the system from one case's own timeline and the
/// facts of its own customer, and from nothing else.</summary>
/// <param name="Problem">The customer's own first words, whole.</param>
/// <param name="Words">What the customer said since, shortened, oldest first.</param>
/// <param name="Tried">What was tried already, whether it was told as a fact or proposed and found not to help.</param>
/// <param name="Questions">Asked and not answered yet.</param>
/// <param name="Language">BCP 47: the customer's own.</param>
/// <param name="Handovers">Earlier offers with their reasons.</param>
/// <param name="ToldLast">What the customer heard from us last.</param>
public sealed record Brief(
    string Subject, string Problem, IReadOnlyList<BriefWords> Words, IReadOnlyList<BriefFact> Facts, IReadOnlyList<BriefFact> Tried, IReadOnlyList<BriefFact> Promised,
    IReadOnlyList<BriefEvidence> Evidence, IReadOnlyList<BriefQuestion> Questions, string Language, IReadOnlyList<BriefHandover> Handovers,
    BriefWords? ToldLast = null, string? Product = null)
{
    public const int LaterWords = 20;

    /// <summary>What it is composed of: what is not of these kinds need not be loaded.</summary>
    public static readonly IReadOnlyList<string> Kinds =
        ["message", "callTaken", "attachment", "question", "fact", "factPromised", "solutionProposed", "solutionAnswered", "handoverOffered", "handoverAccepted", "handoverReturned", "handoverWithdrawn", "wayTried"];

    /// <summary>Without what hurts in the customer's words: whoever takes over reads what they want.</summary>
    public Brief Calmed(Func<string, string> calm) => this with { Problem = calm(Problem), Words = [.. Words.Select(w => w with { Text = calm(w.Text) })] };

    public static Brief Read(string json) => JsonSerializer.Deserialize<Brief>(json, Json.Options)!; // only ever written from a brief

    public static Brief Compose(Case theCase, IReadOnlyList<Entry> timeline, IReadOnlyList<Fact> facts, IReadOnlyDictionary<Id<Desk>, string> desks)
    {
        var entries = timeline.Where(e => e.CaseId == theCase.Id).OrderBy(e => e.Number).Select(e => new Line(e, e.What)).ToList();
        var story = entries.FirstOrDefault(e => e.IsCustomers) ?? entries.FirstOrDefault(e => e.Words is not null);
        var known = facts.Where(f => IsAbout(theCase, f)).OrderBy(f => f.At).Select(f => BriefFact.Of(f, desks.GetValueOrDefault(f.DeskId))).ToList();
        return new(
            theCase.Subject, story?.Words ?? theCase.Subject,
            [.. entries.Where(e => e != story && e.IsCustomers).TakeLast(LaterWords).Select(e => BriefWords.Of(e.Entry, e.Words ?? ""))],
            [.. known.Where(f => !FactKeys.Lists.Contains(f.Key))], [.. Walked(theCase, facts, entries, desks), .. InVain(entries)], [.. known.Where(f => f.Key == "promised")],
            [.. entries.Where(e => e.What is FileAttached).Select(e => BriefEvidence.Of(e.Entry, (FileAttached)e.What))],
            [.. Open(entries)], theCase.Language, [.. Earlier(entries)], Told(entries), theCase.Product);
    }

    // What was tried step by step is told in both languages, with what was sent meanwhile.
    private static IEnumerable<BriefFact> Walked(Case theCase, IReadOnlyList<Fact> facts, List<Line> entries, IReadOnlyDictionary<Id<Desk>, string> desks) =>
        facts.Where(f => f.Key == "tried" && IsAbout(theCase, f)).OrderBy(f => f.At).ThenBy(f => f.Entry).Select(f =>
        {
            var told = BriefFact.Of(f, desks.GetValueOrDefault(f.DeskId));
            return entries.FirstOrDefault(e => e.Entry.Number == f.Entry)?.What is WayTried way ? told with { Said = new(way.InWords(Tongue.Japanese), way.InWords(Tongue.English)), Pictures = way.Pictures } : told;
        });

    private static bool IsAbout(Case theCase, Fact fact) =>
        fact.CustomerId == theCase.CustomerId && fact.ReplacedAt is null && fact.Scope switch
        {
            Scope.Person => true,
            Scope.Device => fact.DeviceId is not null && fact.DeviceId == theCase.DeviceId,
            Scope.Case => fact.CaseId == theCase.Id,
        };

    private static BriefWords? Told(List<Line> entries) =>
        entries.LastOrDefault(e => e.Entry.Role is Role.Agent && e.What is MessageSaid or SolutionProposed) is { } last
            ? BriefWords.Of(last.Entry, last.What is MessageSaid said ? said.Text : ((SolutionProposed)last.What).Outcome) : null;

    private static IEnumerable<BriefFact> InVain(List<Line> entries)
    {
        Line? proposed = null;
        foreach (var line in entries)
        {
            if (line.What is SolutionProposed)
                proposed = line;
            else if (line.What is SolutionAnswered { Solved: false } && proposed is { Entry: var by, What: SolutionProposed { Outcome: var outcome } })
                yield return new("tried", outcome, "case", by.Role, by.At, by.ByName);
        }
    }

    private static IEnumerable<BriefQuestion> Open(List<Line> entries) =>
        from asked in entries
        where asked.What is QuestionAsked
        let question = (QuestionAsked)asked.What
        let since = entries.Where(e => e.Entry.Number > asked.Entry.Number).Select(e => e.What).ToList()
        where !since.Any(w => w is FactTold told && told.Key == question.Fact) && !since.Any(w => w is QuestionAsked again && again.Fact == question.Fact)
        select new BriefQuestion(question.Fact, question.Label, asked.Entry.At, since.Any(w => w is FactPromised later && later.Key == question.Fact));

    private static IEnumerable<BriefHandover> Earlier(List<Line> entries) =>
        from line in entries
        where line.What is HandoverOffered
        let offer = (HandoverOffered)line.What
        let end = entries.FirstOrDefault(e => Answers(e.What) == offer.Handover)?.What
        select new BriefHandover(offer.From.Name, offer.To.Name, offer.Reason, line.Entry.At, end switch
        {
            HandoverAccepted => HandoverState.Accepted,
            HandoverReturned => HandoverState.Returned,
            HandoverWithdrawn => HandoverState.Withdrawn,
            _ => HandoverState.Offered,
        }, (end as HandoverReturned)?.Reason);

    private static Guid? Answers(Happening what) => what switch
    {
        HandoverAccepted accepted => accepted.Handover,
        HandoverReturned returned => returned.Handover,
        HandoverWithdrawn withdrawn => withdrawn.Handover,
        _ => null,
    };

    // Read once: an entry parses its body at each look.
    private sealed record Line(Entry Entry, Happening What)
    {
        public string? Words => What switch
        {
            MessageSaid said => said.Text,
            CallTaken call => call.Text,
            _ => null,
        };

        // What was told by telephone is theirs, whoever wrote it down.
        public bool IsCustomers => What is CallTaken || (What is MessageSaid && Entry.Role is Role.Customer);
    }
}
