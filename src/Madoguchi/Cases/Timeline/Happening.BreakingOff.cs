namespace Madoguchi.Cases.Timeline;

/// <summary>The contact broke off midway: found by itself, or said so by an agent.</summary>
/// <param name="Since">Since when nothing was heard, or nobody was there.</param>
public sealed record BrokeOff(BreakKind How, DateTimeOffset Since) : Happening;

/// <summary>A kind word of the desk, under which three taps wait.</summary>
public sealed record FollowedUp(string Text) : Happening;

/// <summary>The desk does not follow it up; the reason stays in the house.</summary>
public sealed record LetBe(string Reason) : Happening;

/// <param name="How">How they solved it, in their words: kept for whoever has the same trouble next.</param>
public sealed record FollowUpAnswered(FollowUpAnswer Answer, string? How = null) : Happening;
