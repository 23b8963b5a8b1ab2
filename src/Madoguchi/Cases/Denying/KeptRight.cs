using System.Text.Json.Serialization;

namespace Madoguchi.Cases.Denying;

/// <summary>What was begun before a deadline keeps its right, whenever the complaint comes and however long the rest took.</summary>
/// <param name="Began">When the customer began, by the record.</param>
/// <param name="Kept">Begun in time: at the very deadline is in time, too.</param>
public sealed record KeptRight(DateTimeOffset Began, DateTimeOffset Deadline, bool Kept)
{
    /// <summary>How long before the deadline, or after it.</summary>
    [JsonIgnore]
    public TimeSpan Apart => (Deadline - Began).Duration();

    public static KeptRight Of(DateTimeOffset began, DateTimeOffset deadline) => new(began, deadline, began <= deadline);

    /// <summary>By the earliest of what is on record: who tried again after midnight had begun before it.</summary>
    public static KeptRight? Of(IEnumerable<DateTimeOffset> onRecord, DateTimeOffset deadline)
    {
        var earliest = onRecord.Select(t => (DateTimeOffset?)t).Min();
        return earliest is { } began ? Of(began, deadline) : null;
    }
}
