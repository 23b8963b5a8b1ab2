using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Voices;

/// <summary>What was decided about a voice (判断): words for the public, and a reason that never leaves the house.</summary>
public sealed class Decision
{
    public required Id<Decision> Id { get; init; }
    public required Id<Voice> VoiceId { get; init; }
    public required VoiceState State { get; init; }
    public string? Version { get; init; }
    public string? TextJa { get; init; }
    public string? TextEn { get; init; }

    /// <summary>What it is called at /you-asked: a voice's own title is the house's.</summary>
    public string? TitleJa { get; init; }
    public string? TitleEn { get; init; }

    /// <summary>For the house alone: it is in no page, mail, stream, export or tracker that leaves it.</summary>
    public required string Reason { get; init; }

    /// <summary>The tracker that it came from; null when it was decided here.</summary>
    public string? From { get; init; }
    public required Id<Agent> ById { get; init; }
    public required string ByName { get; init; }
    public required string ByShown { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Everyone behind the voice is told from then on; until then it can be called off.</summary>
    public required DateTimeOffset DueAt { get; init; }
    public DateTimeOffset? CancelledAt { get; set; }
}
