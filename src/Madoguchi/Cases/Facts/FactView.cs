using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;

namespace Madoguchi.Cases.Facts;

/// <param name="Label">What it is called, in the case's language.</param>
/// <param name="By">Who told it.</param>
/// <param name="Desk">The slug of the desk where it was told.</param>
/// <param name="CaseId">The case on which it was told; a customer is not told about other cases.</param>
/// <param name="Device">Facts of one device carry the same id.</param>
/// <param name="Verified">False when told under a customer number that was only claimed.</param>
public sealed record FactView(
    string Key, string Label, string Value, Scope Scope, By By, DateTimeOffset At, string Desk, Id<Case>? CaseId, Id<Device>? Device, bool Verified);

public sealed record FactList(IReadOnlyList<FactView> Facts);

/// <summary>A desk's own words for what it asks, the house's where it has none.</summary>
public sealed record Words(IReadOnlyDictionary<string, IntakeQuestion> Questions, Tongue Tongue)
{
    public string Label(string key) => Questions.TryGetValue(key, out var own) ? own.LabelIn(Tongue) : FactLabels.Label(key, Tongue);

    public string? Help(string key) => Questions.TryGetValue(key, out var own) && own.HelpIn(Tongue) is { } help ? help : FactLabels.Help(key, Tongue);

    /// <summary>Everything that a fact may be called in a draft, in either language.</summary>
    public IReadOnlyList<string> Called(string key) =>
    [
        .. Asking.Synonyms.Of(key) is { Count: > 0 } known ? known : [FactLabels.Label(key, Tongue.Japanese), FactLabels.Label(key, Tongue.English)],
        .. Questions.TryGetValue(key, out var own) ? new[] { own.Label, own.LabelInEnglish ?? own.Label } : [],
    ];
}
