using Madoguchi.Cases.Timeline;

namespace Madoguchi.Cases.Messaging;

/// <summary>How far the timeline was known to whoever wrote a reply, so that no customer is answered twice unawares (二重対応防止).</summary>
/// <param name="Seen">The last entry that was seen; nothing: do not look.</param>
/// <param name="Anyway">A colleague's answer is known, and this one goes out too.</param>
public sealed record Sight(int? Seen = null, bool Anyway = false)
{
    /// <summary>What a colleague has answered meanwhile, when the words were refused for it.</summary>
    public Entry? Theirs { get; internal set; }
}

public static class DeskAnswers
{
    /// <summary>Kinds of entries by which a desk answers.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["message", "attachment", "question", "solutionProposed"];
}
