namespace Madoguchi.Cases.Timeline;

/// <summary>A reply waits for a second person (承認待ち): nothing has been sent.</summary>
/// <param name="Text">What the customer would read.</param>
/// <param name="Solution">It proposes a solution.</param>
public sealed record ApprovalAsked(Guid Approval, string Text, bool? Solution = null) : Happening;

/// <summary>The second person said yes: the reply itself follows as its author's.</summary>
public sealed record Approved(Guid Approval, string Author, string? Words = null) : Happening;

/// <summary>Not sent, back to its author.</summary>
/// <param name="Author">Who wrote it, and is told.</param>
/// <param name="Words">What the second person says about it; nothing, when the author took it back.</param>
public sealed record ApprovalReturned(Guid Approval, Guid Author, string AuthorName, string? Words = null) : Happening;
