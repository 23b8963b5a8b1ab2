using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Shared;

namespace Madoguchi.Calls.Texting;

public enum TextKind { Missed, Link, NotReached, Test, Incident }

/// <summary>Parked: it was tried long enough, or refused for good, and waits where an administrator sees it.</summary>
public enum TextState { Waiting, Sent, Parked }

/// <summary>A text message (SMS) to be sent, written with the act that causes it and sent after it by <see cref="TextFollower"/>.</summary>
public sealed class TextMessage
{
    /// <summary>In the text: where the customer's own link belongs. It is made when the message is sent, and none is kept.</summary>
    public const string Link = "{link}";

    public required Id<TextMessage> Id { get; init; }
    public required Id<Customer>? CustomerId { get; init; }
    public required Id<Case>? CaseId { get; init; }
    public required TextKind Kind { get; init; }

    /// <summary>E.164.</summary>
    public required string To { get; init; }
    public required string Text { get; init; }
    public TextState State { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is tried next. While somebody sends it: when their claim runs out, should they never come back.</summary>
    public required DateTimeOffset DueAt { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Why it was not taken last.</summary>
    public string? Error { get; set; }

    /// <summary>Enough to know one's own number by, and no more.</summary>
    public static string Masked(string number) => number.Length <= 6 ? "…" : $"{number[..3]}…{number[^4..]}";
}
