using Madoguchi.Shared;

namespace Madoguchi.Voices.Deciding;

/// <summary>What a tracker says became of a voice, where nobody is told before a person has read the words.</summary>
public sealed class DecisionDraft
{
    public required Id<DecisionDraft> Id { get; init; }
    public required Id<Voice> VoiceId { get; init; }
    public required VoiceState State { get; init; }
    public string? Version { get; init; }
    public string? TextJa { get; init; }
    public string? TextEn { get; init; }

    /// <summary>The tracker's name.</summary>
    public required string From { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Decided since, or put aside.</summary>
    public DateTimeOffset? SettledAt { get; set; }
}

/// <summary>What else is kept of a voice: whether it stays off /you-asked, and when its decider was reminded.</summary>
public sealed class VoiceKeeping
{
    public required Id<Voice> Id { get; init; }
    public bool Unlisted { get; set; }
    public DateTimeOffset? RemindedAt { get; set; }
}
