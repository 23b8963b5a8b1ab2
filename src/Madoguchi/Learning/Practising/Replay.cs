using Madoguchi.Cases.Anonymizing;
using Madoguchi.Cases.Facts;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;

namespace Madoguchi.Learning.Practising;

/// <param name="What"><c>said</c>, <c>asked</c>, <c>tried</c>, <c>guide</c>, <c>handedOver</c>, <c>found</c> or <c>solution</c>.</param>
public sealed record Done(string What, string Text);

/// <summary>What the customer had told by then: whoever asks for it asks twice.</summary>
/// <param name="Value">Missing for what belongs to the person.</param>
public sealed record ToldFact(string Key, string Label, string? Value = null);

/// <summary>One turn of a past case: what the customer said, what was known, and what was done then.</summary>
public sealed record ReplayStep(IReadOnlyList<string> Customer, IReadOnlyList<ToldFact> Known, IReadOnlyList<Done> House);

/// <summary>A past case turn by turn, without the people. What was written for the house alone, and what was attached, is left out.</summary>
public static class Replay
{
    private static readonly HashSet<string> OfThePerson = ["name", "reading", "phone", "address", "email", "account", "userId", "siteEmail", "serialNumber", "company", "orderNumber", "receipt", "registrationId", "code"];

    /// <param name="names">Who is known to be in it, customers and agents alike.</param>
    public static IReadOnlyList<ReplayStep> Of(IEnumerable<Entry> entries, IReadOnlyCollection<string?> names, Tongue t)
    {
        var (steps, customer, known, house) = (new List<ReplayStep>(), new List<string>(), new List<ToldFact>(), new List<Done>());
        foreach (var entry in entries.Where(e => !e.Internal && e.Withdrawn is null).OrderBy(e => e.Number))
        {
            if (Said(entry) is { } words)
            {
                if (house.Count > 0)
                    Turn();
                customer.Add(Anonymous.Of(words, names));
            }
            else if (entry.What is FactTold fact)
            {
                known.RemoveAll(k => k.Key == fact.Key && !Cases.FactKeys.Lists.Contains(fact.Key));
                known.Add(new(fact.Key, FactLabels.Label(fact.Key, t), OfThePerson.Contains(fact.Key) ? null : Anonymous.Of(PlainText.Preview(fact.Value, 200), names)));
            }
            else if (DoneBy(entry, t) is { } done && customer.Count > 0)
            {
                house.Add(done with { Text = Anonymous.Of(done.Text, names) });
            }
        }

        if (customer.Count > 0)
            Turn();
        return steps;

        void Turn()
        {
            steps.Add(new([.. customer], [.. known], [.. house]));
            customer.Clear();
            house.Clear();
        }
    }

    /// <summary>Turns that ask for an answer: the last words of a customer who is content ask for none.</summary>
    public static int Answerable(IReadOnlyList<ReplayStep> steps) => steps.Count(s => s.House.Count > 0);

    private static string? Said(Entry entry) => entry.What switch
    {
        MessageSaid said when entry.Role is Role.Customer => said.Text,
        CallTaken call => call.Text,
        Thanked { Text: { } words } => words,
        FollowUpAnswered { How: { } how } => how,
        _ => null,
    };

    private static Done? DoneBy(Entry entry, Tongue t) => entry.What switch
    {
        MessageSaid said when entry.Role is Role.Agent => new("said", said.Text),
        QuestionAsked question => new("asked", question.Label),
        WalkStarted walk => new("guide", walk.Title.In(t)),
        WayTried way => new("tried", way.InWords(t)),
        HandoverAccepted handed => new("handedOver", t[handed.To.Name, handed.To.NameInEnglish ?? handed.To.Name]),
        FindingShown finding => new("found", finding.Text),
        SolutionProposed solution => new("solution", solution.Outcome),
        _ => null,
    };
}
