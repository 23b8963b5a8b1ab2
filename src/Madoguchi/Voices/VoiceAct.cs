using Madoguchi.Cases;
using Madoguchi.Shared;

namespace Madoguchi.Voices;

public enum Act { Drawn, Renamed, Merged, TakenApart, Moved, Removed, Linked }

/// <summary>What was done with a voice, by whom: its history. Never changed.</summary>
public sealed class VoiceAct
{
    public required Id<VoiceAct> Id { get; init; }
    public required Id<Voice> VoiceId { get; init; }
    public required Act What { get; init; }

    /// <summary>The other voice of a merging, or where a case went.</summary>
    public Id<Voice>? OtherId { get; init; }
    public Id<Case>? CaseId { get; init; }
    public string? Words { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string ByName { get; init; }
}
