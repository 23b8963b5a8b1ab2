namespace Madoguchi.Cases.Timeline;

/// <summary>What was decided about what this customer, among others, had said; in public words only.</summary>
/// <param name="State"><c>planned</c>, <c>fixed</c> or <c>wontFix</c>.</param>
/// <param name="Version">The version in which it is fixed.</param>
/// <param name="Text">In the language of the case, or in the other one.</param>
public sealed record VoiceDecided(Guid Voice, Guid Decision, string State, string Text, string? Version = null) : Happening;
