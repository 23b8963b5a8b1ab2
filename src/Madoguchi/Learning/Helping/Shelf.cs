namespace Madoguchi.Learning.Helping;

/// <summary>How the public articles stood when they were last looked at: how many, how many versions they have had, and when the last of them changed; a clock may be set back.</summary>
public sealed record ShelfMark(int Count, int Versions, DateTimeOffset? ChangedAt);

/// <summary>The help centre as this node has it in hand. Each search asks the database whether it still stands so; what has not changed is not folded again.</summary>
public sealed class Shelf : IDisposable
{
    private readonly SemaphoreSlim folding = new(1);
    private volatile Held? held;

    public HelpIndex? Standing(ShelfMark mark) => held is { } now && now.Mark == mark ? now.Index : null;

    /// <summary>Folds what is new. Who comes meanwhile waits for the one who is at it: thousands of articles are not folded twice.</summary>
    /// <param name="fold">From what is known and the words so far: all items, as they stand now.</param>
    public async Task<HelpIndex> Keep(ShelfMark mark, Func<IReadOnlyList<HelpItem>, Vocabulary, Task<IReadOnlyList<HelpItem>>> fold, CancellationToken ct)
    {
        await folding.WaitAsync(ct);
        try
        {
            if (Standing(mark) is { } standing)
                return standing;
            var words = held?.Words ?? new();
            var index = new HelpIndex(await fold(held?.Index.Items ?? [], words), words);
            held = new(mark, index, words);
            return index;
        }
        finally
        {
            folding.Release();
        }
    }

    public void Dispose() => folding.Dispose();

    private sealed record Held(ShelfMark Mark, HelpIndex Index, Vocabulary Words);
}
