using Madoguchi.Shared;

namespace Madoguchi.Cases.Messaging;

/// <param name="WrittenAt">When it was written, if it had to wait for a connection.</param>
public sealed record Message(string Text, DateTimeOffset? WrittenAt = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => Checks.Words("/text", Text);
}

/// <param name="Entry">The number on the timeline.</param>
public sealed record Recorded(int Entry);

/// <summary>Why a word or an act was not taken.</summary>
public enum CaseRefusal { Unknown, WithAnotherDesk }
