namespace Madoguchi.Learning.Helping;

/// <summary>How the public articles stood when they were last looked at: how many, how many versions they have had, and when the last of them changed; a clock may be set back.</summary>
public sealed record ShelfMark(int Count, int Versions, DateTimeOffset? ChangedAt);

/// <summary>The help centre as this node has it in hand. Each search asks the database whether it still stands so; what has not changed is not folded again.</summary>
public sealed class Shelf
{
    private volatile Held? held;

    public HelpIndex? Standing(ShelfMark mark) => held is { } now && now.Mark == mark ? now.Index : null;

    public IReadOnlyList<HelpItem> Known => held?.Index.Items ?? [];

    public HelpIndex Keep(ShelfMark mark, IReadOnlyList<HelpItem> items)
    {
        var index = new HelpIndex(items);
        held = new(mark, index);
        return index;
    }

    private sealed record Held(ShelfMark Mark, HelpIndex Index);
}
