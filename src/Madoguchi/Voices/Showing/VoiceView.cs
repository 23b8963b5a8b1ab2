using Madoguchi.Cases;
using Madoguchi.Shared;

namespace Madoguchi.Voices.Showing;

/// <param name="ErrorText">Numbers and ids folded.</param>
/// <param name="Version">The version in which it is fixed.</param>
/// <param name="Cases">All behind it, whoever may see them.</param>
/// <param name="Temperature">0 to 100 degrees (docs/voices.md).</param>
/// <param name="Trend">Degrees more or less than seven days ago.</param>
/// <param name="Again">How many came with it after it was said to be fixed.</param>
/// <param name="Decider">Who decides.</param>
/// <param name="WaitingDays">How long it has been waiting for a decision; nothing when there is one.</param>
/// <param name="MergedInto">The same as that one, which goes on.</param>
public sealed record VoiceView(
    Id<Voice> VoiceId, VoiceKind Kind, string Title, string? Product, string? ErrorText, VoiceState State, string? Version, int Cases, int Customers, double Temperature, double Trend, int Again,
    DateTimeOffset? LastAt, string? Decider, int? WaitingDays, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt, Id<Voice>? MergedInto);

public sealed record VoiceList(IReadOnlyList<VoiceView> Voices);

/// <summary>A case behind a voice.</summary>
/// <param name="How">How it came there.</param>
/// <param name="SaidAt">When the customer said it last.</param>
/// <param name="Intensity">How hot, 0 to 1.</param>
/// <param name="Quote">In the customer's words, without names.</param>
/// <param name="Again">The version in which it was said to be fixed when they came all the same.</param>
public sealed record VoiceCaseView(Id<Case> CaseId, string Subject, Landed How, DateTimeOffset SaidAt, double Intensity, string? Quote, string? Again, DateTimeOffset At, string By);

/// <param name="All">How many there are; those that you may not see are not listed.</param>
public sealed record VoiceCaseList(int All, IReadOnlyList<VoiceCaseView> Cases);
