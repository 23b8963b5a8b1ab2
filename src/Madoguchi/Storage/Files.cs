namespace Madoguchi.Storage;

/// <summary>Files by their SHA-256. <see cref="Keep"/> returns when the bytes are durable; only then may a transaction name them.
/// Keeping the same bytes twice is one file.</summary>
public abstract class Files
{
    /// <summary>The hash (lower-case hex) and the size in bytes. Refuses more than <paramref name="limit"/> bytes.</summary>
    /// <exception cref="TooLargeException">More bytes than allowed; nothing was kept.</exception>
    /// <exception cref="NoRoomException">No room; nothing was kept.</exception>
    /// <exception cref="BrokenException">Not durable; nothing was kept.</exception>
    public abstract Task<(string Sha256, long Size)> Keep(Stream content, long limit, CancellationToken ct);

    public abstract Task<Stream?> Open(string sha256, CancellationToken ct);

    public sealed class TooLargeException() : Exception("The file is larger than allowed.");

    /// <summary>The place for files is full; nothing was kept, and the same may be sent again once there is room.</summary>
    public sealed class NoRoomException(Exception inner) : Exception("There is no room for files.", inner);

    /// <summary>The place for files did not take the bytes; nothing was kept.</summary>
    public sealed class BrokenException(Exception inner) : Exception("The file could not be made durable.", inner);
}
