using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases.Canned;

/// <summary>A prepared text (定型文): of a desk, of all desks, or somebody's own.</summary>
public sealed class CannedText
{
    public required Id<CannedText> Id { get; init; }
    public required string Title { get; set; }

    /// <summary>With <see cref="Variables"/>, expanded when it is put into a reply.</summary>
    public required string Text { get; set; }

    /// <summary>BCP 47: the language that it is written in, and in which its variables speak.</summary>
    public required string Language { get; set; }

    /// <summary>Nothing: for all desks.</summary>
    public Id<Desk>? DeskId { get; set; }

    /// <summary>Whose own it is; nothing: the desks'.</summary>
    public Id<Agent>? AgentId { get; init; }

    /// <summary>What one types after the slash to have it at once.</summary>
    public string? Shortcut { get; set; }

    /// <summary>Their own belong to everybody; those of the desks are kept by supervisors.</summary>
    public bool MayBeChangedBy(CurrentAgent agent) => AgentId is { } owner ? owner == agent.Id : agent.SeesAll;

    /// <summary>Whether it has all the words, in any kana, width and case.</summary>
    public static bool Answers(string asked, params IEnumerable<string?> said) =>
        Folding.Fold(string.Join('\n', said)) is var all && asked.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Folding.Fold).All(all.Contains);
}
