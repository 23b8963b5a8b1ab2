using System.Globalization;
using Madoguchi.Shared;
using Madoguchi.Voices;

namespace Madoguchi.Inbox.Voicing;

/// <summary>The words of the board.</summary>
public static class VoiceWords
{
    public static string Kind(VoiceKind kind, Tongue t) => kind switch
    {
        VoiceKind.Defect => t["不具合", "Defect"],
        VoiceKind.Wish => t["要望", "Wish"],
        VoiceKind.Complaint => t["苦情", "Complaint"],
    };

    public static string Sign(VoiceKind kind) => kind switch
    {
        VoiceKind.Defect => "bug",
        VoiceKind.Wish => "lightbulb",
        VoiceKind.Complaint => "message-circle-warning",
    };

    public static string State(VoiceState state, string? version, Tongue t) => state switch
    {
        VoiceState.Open => t["判断待ち", "Undecided"],
        VoiceState.Planned => t["予定", "Planned"],
        VoiceState.Fixed => version is { Length: > 0 } ? t[$"{version}で修正", $"Fixed in {version}"] : t["修正済み", "Fixed"],
        VoiceState.WontFix => t["見送り", "Will not be done"],
    };

    public static string OnWire<T>(T value)
        where T : struct, Enum => $"{value}" is [var first, .. var rest] ? char.ToLowerInvariant(first) + rest : "";

    /// <summary>In a word, so that nobody needs the colour.</summary>
    public static string Heat(double degrees, Tongue t) => degrees switch
    {
        >= 60 => t["沸騰", "boiling"],
        >= 35 => t["熱い", "hot"],
        >= 15 => t["温かい", "warm"],
        _ => t["平熱", "mild"],
    };

    public static string Degrees(double degrees) => degrees.ToString("0.0", CultureInfo.InvariantCulture) + "°";

    /// <summary>One more case is not yet a movement.</summary>
    public static string Trend(double trend, Tongue t) => trend switch
    {
        >= 0.5 => t[$"↑ {Degrees(trend)} 上昇", $"↑ {Degrees(trend)} rising"],
        <= -0.5 => t[$"↓ {Degrees(-trend)} 下降", $"↓ {Degrees(-trend)} cooling"],
        _ => t["→ 横ばい", "→ steady"],
    };

    /// <summary>Beside as many days before; nothing where there was nothing.</summary>
    public static string Against(int count, int before, int days, Tongue t) => before == 0 ? "" : t["・", ", "] + (count > before ? t[$"↑ 前の{days}日は{before}", $"↑ {before} in the {days} days before"]
        : count < before ? t[$"↓ 前の{days}日は{before}", $"↓ {before} in the {days} days before"] : t[$"→ 前の{days}日も{before}", $"→ {before} in the {days} days before, too"]);

    public static string Customers(int count, Tongue t) => t[$"{count}人", count == 1 ? "1 customer" : $"{count} customers"];

    public static string Cases(int count, Tongue t) => t[$"{count}件", count == 1 ? "1 case" : $"{count} cases"];
}
