using Madoguchi.Shared;

namespace Madoguchi.Cases.Timeline;

/// <summary>An entry that nobody has followed up yet: the search and the reports learn from it. Written with it, gone when they have.</summary>
public sealed class FreshEntry
{
    public required Id<Case> CaseId { get; init; }
    public required int Number { get; init; }
    public required DateTimeOffset DueAt { get; set; }
    public int Attempts { get; set; }

    /// <summary>Why it could not be followed up last. It stays, and is tried again, ever less often.</summary>
    public string? Error { get; set; }
}
