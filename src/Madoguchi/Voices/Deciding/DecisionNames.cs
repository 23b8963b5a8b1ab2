using Madoguchi.Shared;

namespace Madoguchi.Voices.Deciding;

/// <summary>States and kinds, in words.</summary>
public static class DecisionNames
{
    public static string State(VoiceState state, string? version, Tongue t) => State(state.OnTheWire, version, t);

    /// <param name="state">As on the wire.</param>
    public static string State(string state, string? version, Tongue t) => (state, version) switch
    {
        ("fixed", { } fixedIn) => t[$"{fixedIn} で直しました", $"Fixed in {fixedIn}"],
        ("fixed", _) => t["直しました", "Fixed"],
        ("planned", { } plannedFor) => t[$"{plannedFor} で予定", $"Planned for {plannedFor}"],
        ("planned", _) => t["予定しています", "Planned"],
        ("wontFix", _) => t["対応しません", "Will not be done"],
        _ => t["判断待ち", "Waiting for a decision"],
    };

    /// <summary>What a text to decide with is called; the house's own go by the name in their address.</summary>
    public static string Text(string slug, Tongue t) => slug switch
    {
        DecisionWords.FixedIn => t["直しました(バージョンつき)", "Fixed in a version"],
        DecisionWords.Fixed => t["直しました", "Fixed"],
        DecisionWords.Planned => t["取りかかります", "We will work on it"],
        DecisionWords.No => t["正直なお断り", "An honest no"],
        "no-and-why" => t["短いお断り", "A short no"],
        "as-designed" => t["そのように作っています", "It is made that way"],
        _ => slug,
    };

    public static string Kind(VoiceKind kind, Tongue t) => kind switch
    {
        VoiceKind.Defect => t["不具合", "Defect"],
        VoiceKind.Wish => t["要望", "Wish"],
        VoiceKind.Complaint => t["苦情", "Complaint"],
    };

    /// <summary>For how long a decision waits, and for whom; null when it is made.</summary>
    public static string? Waits(int? days, string? decider, Tongue t) => days is not { } waited ? null
        : waited == 0 ? decider is { } lately ? t[$"今日から {lately} さんの判断を待っています", $"Waiting since today for {lately}"] : t["今日から判断を待っています(担当者なし)", "Waiting since today, for nobody in particular"]
        : decider is { } who
        ? t[$"{who} さんの判断を{waited}日待っています", waited == 1 ? $"Waiting 1 day for {who}" : $"Waiting {waited} days for {who}"]
        : t[$"判断を{waited}日待っています(担当者なし)", waited == 1 ? "Waiting 1 day, for nobody in particular" : $"Waiting {waited} days, for nobody in particular"];
}
