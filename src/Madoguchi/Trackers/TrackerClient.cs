using Madoguchi.Trackers.Delivering;

namespace Madoguchi.Trackers;

/// <summary>The seam: one kind of tracker (docs/trackers.md tells how to add another). It only speaks with it; what is sent when, and what an answer means here, is decided beside it.</summary>
public abstract class TrackerClient
{
    public abstract TrackerKind Kind { get; }

    /// <summary>Tells it a voice, made new there or changed. The same again must change nothing: a crash may come between its answer and our note of it.</summary>
    /// <exception cref="RefusedException">It need not be tried again.</exception>
    /// <exception cref="HttpRequestException">It may work later.</exception>
    public abstract Task<Taken> Tell(Tracker tracker, string secret, DeliveryClaim claim, CancellationToken ct);

    /// <summary>Whether it can be reached and lets us in, without changing anything there. Throws like <see cref="Tell"/>; the sentence says what was found.</summary>
    public abstract Task<string> Try(Tracker tracker, string secret, CancellationToken ct);

    /// <summary>What has changed there since <see cref="Tracker.HeardTo"/>; nothing where it tells us by itself.</summary>
    /// <param name="known">The issues that are ours, and how they stood when we heard of them last.</param>
    public virtual Task<IReadOnlyList<RemoteChange>> Changes(Tracker tracker, string secret, IReadOnlyDictionary<string, string?> known, CancellationToken ct) => Task.FromResult<IReadOnlyList<RemoteChange>>([]);

    public sealed class RefusedException(string why) : Exception(why);
}

/// <summary>An issue as it stands there now.</summary>
/// <param name="Words">For the public, where somebody there has written some.</param>
public sealed record RemoteChange(string RemoteId, string Status, string? Version, DateTimeOffset At, string? Words = null)
{
    public string Remote => $"{Status}|{Version}";
}
