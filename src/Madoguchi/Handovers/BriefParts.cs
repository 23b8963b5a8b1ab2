using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;

namespace Madoguchi.Handovers;

/// <summary>Somebody's words on the timeline.</summary>
/// <param name="Entry">Where they stand in full.</param>
public sealed record BriefWords(string Text, int Entry, DateTimeOffset At, string? By = null)
{
    public const int Longest = 300;

    public static BriefWords Of(Entry entry, string text) => new(PlainText.Preview(text, Longest), entry.Number, entry.At, entry.ByName);
}

/// <summary>A fact with its provenance: who told it, where, when.</summary>
/// <param name="Desk">The name of the desk where it was told.</param>
/// <param name="Verified">False under a number that was only claimed.</param>
/// <param name="Said">The same in the languages of the guide that it was tried by.</param>
/// <param name="Pictures">Entries with what was sent meanwhile.</param>
public sealed record BriefFact(string Key, string Value, string Scope, Role Role, DateTimeOffset At, string? By = null, string? Desk = null, bool Verified = true, InBoth? Said = null, IReadOnlyList<int>? Pictures = null)
{
    public static BriefFact Of(Fact fact, string? desk) =>
        new(fact.Key, fact.Value, fact.Scope.ToString().ToLowerInvariant(), fact.ByRole, fact.At, fact.ByName, desk, fact.Verified);
}

/// <param name="Attachment">Its id in addresses.</param>
public sealed record BriefEvidence(Guid Attachment, string Name, string Type, long Size, string Sha256, int Entry, DateTimeOffset At, string? By = null)
{
    public static BriefEvidence Of(Entry entry, FileAttached file) => new(file.Id, file.Name, file.Type, file.Size, file.Sha256, entry.Number, entry.At, entry.ByName);
}

/// <param name="Promised">The customer has said that they will tell it later.</param>
public sealed record BriefQuestion(string Fact, string Label, DateTimeOffset At, bool Promised);

/// <param name="Answer">The reason of a return.</param>
public sealed record BriefHandover(string From, string To, string Reason, DateTimeOffset At, HandoverState State, string? Answer = null);
