using Madoguchi.Cases;
using Madoguchi.Cases.Contacting;
using Madoguchi.Guides.Walking;

namespace Madoguchi.Setup.Demo;

/// <summary>A made-up case: who tells what when, and what happens then. Played through the same functions as real life.</summary>
/// <param name="Ago">How long ago the story was told.</param>
/// <param name="Claims">The name of an earlier customer whose number this one says is theirs.</param>
/// <param name="TakenBy">The agent who heard it on the telephone.</param>
public sealed record Story(TimeSpan Ago, Contact Told, IReadOnlyList<Act> Acts, string? Claims = null, string? TakenBy = null);

/// <param name="After">Since the act before.</param>
public abstract record Act(TimeSpan After)
{
    public sealed record CustomerSays(TimeSpan After, string Text) : Act(After);

    public sealed record CustomerSends(TimeSpan After, string FileName, int Look) : Act(After);

    public sealed record AgentSays(TimeSpan After, string Agent, string Text) : Act(After);

    /// <summary>Written, and held back: it would have sent the customer away.</summary>
    public sealed record TriesToSend(TimeSpan After, string Agent, string Text) : Act(After);

    public sealed record WantsSupervisor(TimeSpan After) : Act(After);

    public sealed record Notes(TimeSpan After, string Agent, string Text) : Act(After);

    public sealed record Tags(TimeSpan After, string Agent, params IReadOnlyList<string> Words) : Act(After);

    public sealed record Prioritizes(TimeSpan After, string Agent, Priority Priority) : Act(After);

    /// <param name="For">From then on; what is over by now comes back as in real life.</param>
    public sealed record Snoozes(TimeSpan After, string Agent, TimeSpan For) : Act(After);

    public sealed record Proposes(TimeSpan After, string Agent, string Outcome) : Act(After);

    public sealed record Confirms(TimeSpan After, bool Solved) : Act(After);

    public sealed record Thanks(TimeSpan After, int Score, string? Text, params IReadOnlyList<string> Agents) : Act(After);

    /// <param name="Gone">How long nothing had been heard by then.</param>
    public sealed record BreaksOff(TimeSpan After, BreakKind How, TimeSpan Gone) : Act(After);

    public sealed record FollowsUp(TimeSpan After, string Agent) : Act(After);

    public sealed record AnswersFollowUp(TimeSpan After, FollowUpAnswer Answer, string? How = null) : Act(After);

    public sealed record FallsSilent(TimeSpan After) : Act(After);

    /// <summary>Told by an agent who was told; or, without one, by the customer.</summary>
    public sealed record Tells(TimeSpan After, string Key, string Value, string? Agent = null) : Act(After);

    public sealed record Asks(TimeSpan After, string Agent, string Fact, string? Because = null) : Act(After);

    public sealed record Walks(TimeSpan After, string Agent, string Guide) : Act(After);

    /// <summary>The customer agrees to the risk of the way that is up.</summary>
    public sealed record Agrees(TimeSpan After) : Act(After);

    public sealed record Steps(TimeSpan After, StepAnswer Answer, string? Words = null) : Act(After);

    public sealed record Remedies(TimeSpan After, string Agent, string Remedy, string Reason, long? Amount = null) : Act(After);

    public sealed record AsksForEvidence(TimeSpan After, string Agent, string Words, params IReadOnlyList<string> Wanted) : Act(After);

    /// <summary>The customer shows what they have: a picture of a screen, or the headers of a mail.</summary>
    /// <param name="TakenBefore">How long before the demo began it was taken, as the telephone wrote into it.</param>
    /// <param name="Headers">With places for its date, and for the times at two stations.</param>
    public sealed record ShowsEvidence(TimeSpan After, string FileName = "", TimeSpan TakenBefore = default, string? Headers = null) : Act(After);

    public sealed record Offers(TimeSpan After, string Agent, string ToDesk, string Reason) : Act(After);

    public sealed record Accepts(TimeSpan After, string Agent) : Act(After);

    public sealed record Returns(TimeSpan After, string Agent, string Reason) : Act(After);

    /// <param name="Phone">Where to call back, instead of waiting at the page.</param>
    /// <param name="Shown">The wait that was shown, in seconds: in the demo nobody is on duty by whom it could be reckoned.</param>
    public sealed record TakesANumber(TimeSpan After, string? Phone = null, (int Low, int High)? Shown = null) : Act(After);

    /// <param name="After">At its end.</param>
    /// <param name="Talk">How long the talk was.</param>
    public sealed record IsServed(TimeSpan After, string Agent, TimeSpan Talk) : Act(After);
}
