using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Trackers.Keeping;
using Madoguchi.Voices;
using Madoguchi.Voices.Deciding;

namespace Madoguchi.Inbox.Deciding;

/// <summary>What was decided about a voice, what waits, and the form.</summary>
/// <param name="Texts">To begin with, filled in as far as it is known.</param>
/// <param name="People">Who may be named to decide.</param>
/// <param name="Form">As it was filled in, or begun with a text or a tracker's draft.</param>
/// <param name="Told">The recipients of the decision that is asked for.</param>
public sealed record DecidingView(
    IReadOnlyList<DecisionView> Decisions, IReadOnlyList<DraftView> Drafts, WouldTell Would, IReadOnlyList<DecisionTextView> Texts, IReadOnlyList<Named> People, Id<Agent>? Decider, bool MayDecide, bool Listed, IReadOnlyList<IssueView> Issues,
    DecisionForm Form, ToldList? Told, DateTimeOffset Now)
{
    /// <summary>The decision that holds, once it is out.</summary>
    public Id<Decision>? Holds { get; init; }

    /// <summary>How many came to stand behind the voice since, and have not heard of it.</summary>
    public int Rest { get; init; }
}

public sealed record Named(Id<Agent> Id, string Name);

/// <param name="Looked">It was looked at, and may go.</param>
public sealed record DecisionForm(VoiceState State, string Version, string Ja, string En, string Reason, bool Looked = false, bool Open = false)
{
    public static readonly DecisionForm Empty = new(VoiceState.Planned, "", "", "", "");

    public NewDecision Asked => new(State, new(Written(Ja), Written(En)), Written(Reason), Written(Version));

    private static string? Written(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
