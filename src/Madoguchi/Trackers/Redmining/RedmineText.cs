using System.Globalization;
using System.Text.Json.Nodes;
using Madoguchi.Shared;
using Madoguchi.Trackers.Delivering;
using Madoguchi.Trackers.Listening;
using Madoguchi.Voices;

namespace Madoguchi.Trackers.Redmining;

/// <summary>How a voice reads as an issue. Plain text: it is the same in Textile and in Markdown. Pure.</summary>
public static class RedmineText
{
    public const int LongestSubject = 255;

    /// <summary>By this the issue is found again, whoever has renamed it.</summary>
    public static string Marker(Id<Voice> voice) => $"madoguchi-voice-{voice.Value:N}";

    public static string Subject(VoiceTold voice) => voice.Title.Length <= LongestSubject ? voice.Title : PlainText.Beginning(voice.Title, LongestSubject - 1) + "…";

    public static string Description(VoiceTold voice, Tongue t) => string.Join('\n',
    [
        t[$"お客様の声（{Kind(voice.Kind, t)}）", $"Customers' voice ({Kind(voice.Kind, t)})"],
        "",
        Warmth(voice, t),
        .. voice.Product is { } product ? [t[$"製品: {product}", $"Product: {product}"]] : Array.Empty<string>(),
        .. voice.ErrorText is { } error ? [t[$"エラー文: {error}", $"Error text: {error}"]] : Array.Empty<string>(),
        "",
        .. voice.Quotes.Count == 0 ? [] : voice.Quotes.Select(q => $"> {OneLine(q)}").Prepend(t["お客様の言葉（お名前は伏せています）:", "In customers' words, without names:"]).Append(""),
        .. voice.News.Count == 0 ? [] : voice.News.Select(n => News(n, t)).Prepend(t["わかってきたこと:", "Found out:"]).Append(""),
        t["窓口のページ: ", "At the support desk: "] + voice.Url,
        Marker(voice.VoiceId),
    ]);

    /// <summary>What is new, as a comment.</summary>
    /// <param name="link">What was told last.</param>
    public static string Note(VoiceEvent told, TrackerLink link, string messageId, Tongue t)
    {
        var (voice, since) = (told.Data, link.SentAt);
        var decided = told.Type == VoiceEvent.Decided ? voice.Decision : null;
        return string.Join('\n',
        [
            .. decided is null ? [] : new[] { t[$"窓口でお客様にお伝えしました: {State(decided, t)}", $"Customers have been told: {State(decided, t)}"], decided.PublicText.In(t), "" },
            t[$"温度 {Degrees(link.Degrees)} → {Degrees(voice.Temperature)}、{link.Customers}人 → {voice.Customers}人", $"Temperature {Degrees(link.Degrees)} → {Degrees(voice.Temperature)}, customers {link.Customers} → {voice.Customers}"],
            .. voice.News.Where(n => n.At > since).Select(n => News(n, t)),
            $"({messageId})",
        ]);
    }

    /// <summary>What somebody there has written for the public with the state that it has now, or on the way to it: what was said of the one before is not said again.</summary>
    public static string? PublicWords(JsonNode issue)
    {
        List<JsonNode> journals = [.. issue["journals"]?.AsArray().OfType<JsonNode>() ?? []];
        var before = journals.Index().Where(j => Moves(j.Item)).Reverse().Skip(1).Select(j => j.Index).FirstOrDefault(-1);
        return journals.Skip(before + 1).Reverse().Where(IsPublic).Select(j => Meaning.PublicWords(Kept(j["notes"]))).FirstOrDefault(w => w is not null);
    }

    private static bool Moves(JsonNode journal) => journal["details"]?.AsArray().Any(d => d?["name"]?.ToString() is "status_id" or "fixed_version_id") is true;

    internal static bool IsPublic(JsonNode journal) => journal["private_notes"]?.GetValue<bool>() is not true;

    // A NUL is kept by no database of ours.
    internal static string? Kept(JsonNode? said) => said?.ToString().Replace("\0", "", StringComparison.Ordinal);

    private static string Warmth(VoiceTold voice, Tongue t) => t[$"温度 {Degrees(voice.Temperature)}（{voice.Customers}人、{voice.Cases}件）", $"Temperature {Degrees(voice.Temperature)} ({voice.Customers} customers, {voice.Cases} cases)"];

    public static string Degrees(double degrees) => degrees.ToString("0.0", CultureInfo.InvariantCulture);

    private static string News(NewsTold news, Tongue t) => "* " + OneLine(news.Text) + string.Concat(new[] { (t["再現手順", "steps"], news.Steps), (t["版", "versions"], news.Versions), (t["機種", "devices"], news.Devices) }
        .Where(p => p.Item2 is not null).Select(p => $" / {p.Item1}: {OneLine(p.Item2!)}")); // filtered: not null

    private static string Kind(VoiceKind kind, Tongue t) => kind switch
    {
        VoiceKind.Defect => t["不具合", "defect"],
        VoiceKind.Wish => t["要望", "wish"],
        VoiceKind.Complaint => t["苦情", "complaint"],
    };

    private static string State(DecisionTold decision, Tongue t) => decision.State switch
    {
        VoiceState.Planned => t["予定しています", "planned"],
        VoiceState.Fixed => decision.Version is { } version ? t[$"{version} で直しました", $"fixed in {version}"] : t["直しました", "fixed"],
        VoiceState.WontFix => t["対応しません", "will not be done"],
        VoiceState.Open => "",
    };

    private static string OneLine(string text) => string.Join(' ', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
