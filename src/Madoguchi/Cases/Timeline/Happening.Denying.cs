using Madoguchi.Cases.Denying;

namespace Madoguchi.Cases.Timeline;

/// <summary>A reply that says no was not sent, because nobody had looked: only the house sees that it was tried.</summary>
/// <param name="Words">By which it was recognised; none when only the agent marked it.</param>
/// <param name="Lacks">What it would have needed.</param>
/// <param name="Disputed">The customer says that something happened.</param>
/// <param name="Marked">The agent said themselves that it declines.</param>
public sealed record HeldForProof(IReadOnlyList<string> Words, Lack Lacks, bool Disputed, bool Marked) : Happening;

/// <summary>It looked like a denial and is none, for a reason that stays in the house; it is counted. The words themselves follow as the next entry.</summary>
public sealed record NotADenial(IReadOnlyList<string> Words, string Because) : Happening;

/// <summary>The desk says no, and on what it rests. The words themselves follow as the next entry.</summary>
/// <param name="Findings">The findings cited.</param>
/// <param name="Articles">What the house has written down, by its names.</param>
/// <param name="Decisions">That it will not be done, as everyone who asked was told.</param>
public sealed record Declined(IReadOnlyList<string> Words, IReadOnlyList<Guid> Findings, IReadOnlyList<string> Articles, IReadOnlyList<Guid>? Decisions = null) : Happening;

/// <summary>An agent has understood the customer so: they say that something happened.</summary>
public sealed record Disputed : Happening;
