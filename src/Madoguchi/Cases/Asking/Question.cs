using Madoguchi.Cases.Facts;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;

namespace Madoguchi.Cases.Asking;

/// <param name="Fact">The key of the fact that is needed.</param>
/// <param name="Because">Why it is asked although it is known; it stays in the house.</param>
public sealed record Question(string Fact, string? Because = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() =>
        [.. FactKeys.Errors("/fact", Fact, "asked"), .. Because is null ? [] : Checks.Words("/because", Because, 500)];
}

/// <summary>What the refusal shows instead of asking.</summary>
public sealed record KnownView(string Key, string Label, string Value, By By, DateTimeOffset At, string Desk, Id<Case>? CaseId, int AgeDays)
{
    public static KnownView Of(FactView fact, int ageDays) => new(fact.Key, fact.Label, fact.Value, fact.By, fact.At, fact.Desk, fact.CaseId, ageDays);
}
