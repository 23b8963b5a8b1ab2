using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Voices.Changing;

/// <summary>Why whoever follows a voice is told.</summary>
public enum Change { Created, Case, News, Decision, Temperature, Merged }

/// <summary>A voice has changed: what has gathered since its followers were told last.</summary>
public sealed record VoiceChanged(Id<Voice> VoiceId, IReadOnlyList<Change> Why);

/// <summary>What learns from voices, such as the developers' trackers: at least once, in no promised order. It runs inside the door, in the transaction that takes the news off the list.</summary>
public abstract class VoiceWork
{
    public abstract Task Do(Db db, VoiceChanged changed, DateTimeOffset now);
}
