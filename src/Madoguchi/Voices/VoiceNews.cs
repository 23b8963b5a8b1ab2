using Madoguchi.Cases;
using Madoguchi.Shared;

namespace Madoguchi.Voices;

/// <summary>Something new about it (新しい情報): what whoever mends it will want to know. Never changed.</summary>
public sealed class VoiceNews
{
    public required Id<VoiceNews> Id { get; init; }
    public required Id<Voice> VoiceId { get; init; }

    /// <summary>Where it was learned.</summary>
    public Id<Case>? CaseId { get; init; }
    public required string Text { get; init; }

    /// <summary>How to make it happen.</summary>
    public string? Steps { get; init; }
    public string? Versions { get; init; }
    public string? Devices { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string ByName { get; init; }
}
