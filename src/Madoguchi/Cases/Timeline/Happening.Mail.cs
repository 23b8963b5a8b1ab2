namespace Madoguchi.Cases.Timeline;

/// <summary>A letter has gone to the customer.</summary>
/// <param name="To">The address, masked: the page of one case does not tell what was told at another.</param>
/// <param name="Why"><c>answers</c>, <c>link</c> or <c>followUp</c>.</param>
public sealed record Mailed(string To, string Why) : Happening
{
    public const string Answers = "answers";
    public const string Link = "link";
    public const string FollowUp = "followUp";
}

/// <summary>A letter could not be sent, and is tried no more.</summary>
public sealed record MailFailed(string To, string Error) : Happening;

/// <summary>The customer has shown, by a code, that an address is theirs.</summary>
/// <param name="To">Masked.</param>
public sealed record AddressVerified(string To) : Happening;
