namespace Madoguchi.Cases.Timeline;

/// <summary>A reply that would have sent the customer away was not sent: nobody but the house sees that it was tried.</summary>
/// <param name="Words">What showed it.</param>
/// <param name="ToNumber">It names a telephone number that is not ours.</param>
/// <param name="Desk">The desk that fits, to hand over to.</param>
/// <param name="Fits">By which words it fits.</param>
public sealed record HeldBack(IReadOnlyList<string> Words, bool ToNumber, DeskName? Desk = null, IReadOnlyList<string>? Fits = null) : Happening;

/// <summary>Sent all the same, for a reason that stays in the house; it is counted. The words themselves follow as the next entry.</summary>
public sealed record SentAnyway(IReadOnlyList<string> Words, string Because, DeskName? Desk = null) : Happening;

/// <summary>Told without a desk, and placed by what was told.</summary>
/// <param name="Fits">By which words.</param>
public sealed record Placed(DeskName Desk, IReadOnlyList<string> Fits) : Happening;
