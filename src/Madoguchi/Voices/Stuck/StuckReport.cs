using Madoguchi.Shared;

namespace Madoguchi.Voices.Stuck;

/// <summary>A step of a guide at which people stood still.</summary>
/// <param name="Step">From 0, as in answers.</param>
/// <param name="Text">As it was read then.</param>
/// <param name="Unclear">How often it was not understood.</param>
/// <param name="Failed">How often it did not work.</param>
/// <param name="Answers">Of how many answers.</param>
/// <param name="Words">What they said, without names.</param>
public sealed record StuckStep(string Guide, Bilingual Title, string Way, Bilingual WayTitle, int Step, Bilingual Text, int Unclear, int Failed, int Answers, IReadOnlyList<string> Words);

/// <param name="ErrorText">Numbers and ids folded.</param>
/// <param name="VoiceId">The voice that it belongs to, if somebody has made one.</param>
public sealed record StuckError(string ErrorText, string? Product, int Contacts, DateTimeOffset LastAt, Id<Voice>? VoiceId);

/// <param name="Quote">The customer's own words, without names.</param>
public sealed record StuckQuote(string Quote, Id<Voice> VoiceId, string Title, string? Product, DateTimeOffset At);

/// <summary>Where customers get stuck, for whoever designs the product: nothing in it says who they are.</summary>
public sealed record StuckReport(int Days, IReadOnlyList<StuckStep> Steps, IReadOnlyList<StuckError> Errors, IReadOnlyList<StuckQuote> Quotes);
