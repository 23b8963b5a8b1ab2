using Madoguchi.Articles;
using Madoguchi.Cases.Denying;

namespace Madoguchi.Inbox.HoldingBack;

/// <summary>A "no" that was not sent, and what it might rest on.</summary>
/// <param name="Articles">Where nothing is disputed.</param>
/// <param name="NeedsReason">It was to go out as no denial, but nobody said why.</param>
public sealed record ProofNeeded(Unproven Why, IReadOnlyList<Article> Articles, bool NeedsReason = false);
