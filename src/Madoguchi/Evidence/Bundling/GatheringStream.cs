namespace Madoguchi.Evidence.Bundling;

/// <summary>Passes bytes on as they come, and gathers what is written without waiting (the packer's few bytes between files) until the next that may wait.</summary>
internal sealed class GatheringStream(Stream inner) : Stream
{
    private readonly MemoryStream gathered = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => gathered.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => gathered.Write(buffer);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await PassOn(cancellationToken);
        await inner.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await PassOn(cancellationToken);
        await inner.FlushAsync(cancellationToken);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        gathered.Dispose();
        base.Dispose(disposing);
    }

    private async Task PassOn(CancellationToken ct)
    {
        if (gathered.Length == 0)
            return;
        await inner.WriteAsync(gathered.GetBuffer().AsMemory(0, (int)gathered.Length), ct);
        gathered.SetLength(0);
    }
}
