using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Shared;

namespace Madoguchi.Mail;

/// <summary>What a letter is about; the house's own go to those who work in it.</summary>
public enum LetterKind { Answers, Link, FollowUp, Code, Opening, Receipt, House }

/// <summary>Parked: it was tried long enough, or refused for good, and waits where an administrator sees it.</summary>
public enum LetterState { Waiting, Sent, Parked }

/// <summary>A mail to be sent, written with the act that causes it and sent after it by <see cref="Sending.LetterFollower"/>.</summary>
public sealed class Letter
{
    /// <summary>In the text: where the customer's own link belongs. It is made when the letter is sent, and no letter keeps it.</summary>
    public const string Link = "{link}";

    /// <summary>In the text: where a code belongs, made when the letter is sent.</summary>
    public const string Code = "{code}";

    public required Id<Letter> Id { get; init; }
    public required Id<Customer>? CustomerId { get; init; }
    public required Id<Case>? CaseId { get; init; }
    public required LetterKind Kind { get; init; }

    /// <summary>The mail address, as told.</summary>
    public required string To { get; init; }

    /// <summary>The desk that writes, as the reader sees it beside our address.</summary>
    public required string? Sender { get; init; }
    public required string Subject { get; init; }
    public required string Text { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>The last entry of the case that the text tells of.</summary>
    public int UpTo { get; init; }
    public LetterState State { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is tried next. While somebody sends it: when their claim runs out, should they never come back.</summary>
    public required DateTimeOffset DueAt { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Why it was not taken last.</summary>
    public string? Error { get; set; }

    /// <summary>The first half of its Message-ID: the same at each try, so that a repeat is known for one.</summary>
    public string MessageId => $"{Id.Value:N}";
}
