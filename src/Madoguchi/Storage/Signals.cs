using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Madoguchi.Storage;

/// <param name="Kind"><see cref="Look"/>, or a passing thing without rows: typing, presence.</param>
public sealed record Signal(string Topic, string Kind, string? Data = null)
{
    /// <summary>Something was committed: look at the database again.</summary>
    public const string Look = "look";
}

/// <summary>Hints between those who write and those who watch, in this process and (PostgreSQL) between nodes.
/// The database is the truth: a lost signal delays, never loses.</summary>
public sealed class Signals
{
    // Read without it; who comes and who goes take turns, or the last to go would take a newcomer along.
    private readonly Lock door = new();
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<Ear, byte>> ears = new();

    // Full: the oldest hint goes; the slow poll finds what it meant.
    private readonly Channel<Signal> leaving = Channel.CreateBounded<Signal>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>What other nodes have to hear; read by <see cref="SignalsFollower"/>.</summary>
    internal ChannelReader<Signal> Leaving => leaving.Reader;

    internal bool HasOtherNodes { get; set; }

    /// <summary>Topics that somebody here listens to.</summary>
    public IEnumerable<string> Watched => ears.Keys;

    public Ear Listen(params IEnumerable<string> topics)
    {
        var ear = new Ear(this, [.. topics]);
        lock (door)
        {
            foreach (var topic in ear.Topics)
                ears.GetOrAdd(topic, _ => new())[ear] = 0;
        }

        return ear;
    }

    public void Send(Signal signal)
    {
        Ring(signal);
        if (HasOtherNodes)
            leaving.Writer.TryWrite(signal);
    }

    internal void Ring(Signal signal)
    {
        if (!ears.TryGetValue(signal.Topic, out var there))
            return;
        foreach (var ear in there.Keys)
            ear.Hear(signal);
    }

    private void Forget(Ear ear)
    {
        lock (door)
        {
            foreach (var topic in ear.Topics)
            {
                if (ears.TryGetValue(topic, out var there) && there.TryRemove(ear, out _) && there.IsEmpty)
                    ears.TryRemove(topic, out _);
            }
        }
    }

    /// <summary>One listener. It remembers that it must look, however many signals it missed.</summary>
    public sealed class Ear(Signals signals, IReadOnlyList<string> topics) : IDisposable
    {
        // Apart from the rest: a flood of typing must not wash it away.
        private Signal? look;
        private readonly Channel<Signal> heard = Channel.CreateBounded<Signal>(new BoundedChannelOptions(64) { FullMode = BoundedChannelFullMode.DropOldest });

        public IReadOnlyList<string> Topics => topics;

        /// <summary>What was heard since the last time, at most after <paramref name="patience"/>; empty when nothing was.</summary>
        public async Task<IReadOnlyList<Signal>> Wait(TimeSpan patience, CancellationToken ct)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(patience);
            try
            {
                await heard.Reader.WaitToReadAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                return []; // patience ran out: that is an answer
            }

            var all = new List<Signal>();
            while (heard.Reader.TryRead(out var one))
            {
                if (!all.Contains(one))
                    all.Add(one);
            }

            if (Interlocked.Exchange(ref look, null) is { } must && !all.Contains(must))
                all.Add(must);
            return all;
        }

        public void Dispose() => signals.Forget(this);

        internal void Hear(Signal signal)
        {
            if (signal.Kind == Signal.Look)
                look = signal;
            heard.Writer.TryWrite(signal);
        }
    }
}
