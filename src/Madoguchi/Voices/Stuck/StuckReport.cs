using Madoguchi.Shared;

namespace Madoguchi.Voices.Stuck;

/// <summary>A step of a guide at which people stood still.</summary>
/// <param name="Step">From 0, as in answers.</param>
/// <param name="Text">As it was read then.</param>
/// <param name="Unclear">How often it was not understood.</param>
/// <param name="Failed">How often it did not work.</param>
/// <param name="Answers">Of how many answers.</param>
/// <param name="Words">What they said, without names.</param>
/// <param name="Before">How often people stood still here in as many days before.</param>
public sealed record StuckStep(string Guide, Bilingual Title, string Way, Bilingual WayTitle, int Step, Bilingual Text, int Unclear, int Failed, int Answers, IReadOnlyList<string> Words, int Before)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public int Stuck => Unclear + Failed;
}

/// <summary>A way on which people stood still, from its first step to its last: where they fall by the wayside.</summary>
public sealed record StuckWay(string Guide, Bilingual Title, string Way, Bilingual WayTitle, IReadOnlyList<StuckStep> Steps)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public int Stuck => Steps.Sum(s => s.Stuck);

    /// <summary>Of those who came so far, the most stood still here.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public StuckStep Worst => Steps.MaxBy(s => (double)s.Stuck / Math.Max(1, s.Answers))!; // of a way with steps
}

/// <param name="ErrorText">Numbers and ids folded.</param>
/// <param name="VoiceId">The voice that it belongs to, if somebody has made one.</param>
/// <param name="Before">Contacts in as many days before.</param>
public sealed record StuckError(string ErrorText, string? Product, int Contacts, DateTimeOffset LastAt, Id<Voice>? VoiceId, int Before);

/// <param name="Quote">The customer's own words, without names.</param>
public sealed record StuckQuote(string Quote, Id<Voice> VoiceId, string Title, string? Product, DateTimeOffset At);

/// <summary>Where customers get stuck, for whoever designs the product: nothing in it says who they are.</summary>
/// <param name="Steps">Where people stood still, most often first.</param>
/// <param name="Ways">The ways that these steps belong to, step by step.</param>
public sealed record StuckReport(int Days, IReadOnlyList<StuckStep> Steps, IReadOnlyList<StuckWay> Ways, IReadOnlyList<StuckError> Errors, IReadOnlyList<StuckQuote> Quotes);
