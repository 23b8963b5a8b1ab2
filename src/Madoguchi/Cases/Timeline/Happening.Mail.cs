namespace Madoguchi.Cases.Timeline;

/// <summary>A letter has gone to the customer.</summary>
/// <param name="To">The address, masked: the page of one case does not tell what was told at another.</param>
/// <param name="Why"><c>answers</c>, <c>link</c>, <c>followUp</c> or <c>code</c>.</param>
public sealed record Mailed(string To, string Why) : Happening
{
    public const string Answers = "answers";
    public const string Link = "link";
    public const string FollowUp = "followUp";
    public const string Code = "code";
}

/// <summary>A letter could not be sent, and is tried no more.</summary>
public sealed record MailFailed(string To, string Error) : Happening;
