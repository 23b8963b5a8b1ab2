using Madoguchi.Shared;
using Madoguchi.Voices;

namespace Madoguchi.Trackers.Delivering;

/// <summary>What a tracker is told, as Standard Webhooks words it.</summary>
/// <param name="Type"><c>voice.created</c>, <c>voice.updated</c>, <c>voice.decided</c>.</param>
public sealed record VoiceEvent(string Type, DateTimeOffset Timestamp, VoiceTold Data)
{
    public const string Created = "voice.created", Updated = "voice.updated", Decided = "voice.decided";
}

/// <summary>A voice as it leaves the house: no name, no internal reason.</summary>
/// <param name="Temperature">0 to 100 degrees; the same figure as on the board and in the digest.</param>
/// <param name="Quotes">In customers' words, without names; the hottest first.</param>
/// <param name="Url">Of the voice here, for whoever may sign in.</param>
public sealed record VoiceTold(
    Id<Voice> VoiceId, VoiceKind Kind, string Title, string? Product, string? ErrorText, VoiceState State, string? Version, double Temperature, double Trend, int Cases, int Customers,
    IReadOnlyList<string> Quotes, IReadOnlyList<NewsTold> News, string Url, DecisionTold? Decision = null);

/// <summary>Something found out about it.</summary>
public sealed record NewsTold(string Text, DateTimeOffset At, string? Steps = null, string? Versions = null, string? Devices = null);

/// <summary>The last decision, in public words only.</summary>
public sealed record DecisionTold(VoiceState State, Bilingual PublicText, DateTimeOffset At, string? Version = null);
