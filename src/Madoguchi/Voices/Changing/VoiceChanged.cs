using Madoguchi.Shared;

namespace Madoguchi.Voices.Changing;

/// <summary>Why whoever follows a voice is told.</summary>
public enum Change { Created, Case, News, Decision, Temperature, Merged }

/// <summary>A voice has changed: what has gathered since its followers were told last.</summary>
public sealed record VoiceChanged(Id<Voice> VoiceId, IReadOnlyList<Change> Why);
