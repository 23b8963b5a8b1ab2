using Madoguchi.Shared;

namespace Madoguchi.Cases.Messaging;

/// <param name="WrittenAt">When it was written, if it had to wait for a connection.</param>
/// <param name="Because">Why it is sent although it sends the customer away; it stays in the house.</param>
public sealed record Message(string Text, DateTimeOffset? WrittenAt = null, string? Because = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => [.. Checks.Words("/text", Text), .. Wording.Overriding.Errors("/because", Because)];
}

/// <param name="Entry">The number on the timeline.</param>
public sealed record Recorded(int Entry);

/// <summary>Why a word or an act was not taken.</summary>
public enum CaseRefusal { Unknown, WithAnotherDesk }

/// <summary>Why a reply was not sent.</summary>
public enum SayRefusal { Unknown, WithAnotherDesk, SendsAway }
