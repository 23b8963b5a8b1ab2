using Madoguchi.ProductLog.Reading;

namespace Madoguchi.Inbox.Proving;

/// <summary>What the products said about this customer around the story.</summary>
/// <param name="Count">From a day before the story was told to an hour after.</param>
/// <param name="Newest">The last few of them, the newest first.</param>
/// <param name="IsTied">A key is tied, though nothing came in this time.</param>
public sealed record LogGlance(int Count, IReadOnlyList<LoggedEvent> Newest, bool IsTied);
