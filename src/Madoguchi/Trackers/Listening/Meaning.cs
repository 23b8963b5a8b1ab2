using Madoguchi.Voices;

namespace Madoguchi.Trackers.Listening;

/// <summary>What a tracker's status says about a voice. Pure.</summary>
public static class Meaning
{
    /// <summary>Redmine's own names, in English and Japanese.</summary>
    public static readonly IReadOnlyDictionary<string, VoiceState> Usual = new Dictionary<string, VoiceState>
    {
        ["In Progress"] = VoiceState.Planned, ["進行中"] = VoiceState.Planned, ["Resolved"] = VoiceState.Fixed, ["解決"] = VoiceState.Fixed, ["Closed"] = VoiceState.Fixed, ["終了"] = VoiceState.Fixed, ["Rejected"] = VoiceState.WontFix, ["却下"] = VoiceState.WontFix,
    };

    /// <summary>Null: nothing that anybody is told.</summary>
    public static VoiceState? Of(string status, IReadOnlyDictionary<string, VoiceState> meanings) =>
        meanings.FirstOrDefault(m => string.Equals(m.Key.Trim(), status.Trim(), StringComparison.OrdinalIgnoreCase)) is { Key: not null } found && found.Value is not VoiceState.Open ? found.Value : null;

    /// <summary>One line each: <c>Resolved = fixed</c>. Null with the line that nobody can read.</summary>
    public static IReadOnlyDictionary<string, VoiceState>? Read(string text, out string? wrong)
    {
        var found = new Dictionary<string, VoiceState>(StringComparer.OrdinalIgnoreCase);
        wrong = null;
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (status, state) = line.LastIndexOfAny(['=', '＝']) is > 0 and var at ? (line[..at].Trim(), line[(at + 1)..].Trim()) : ("", "");
            if (status.Length is 0 or > 60 || !Enum.TryParse<VoiceState>(state, ignoreCase: true, out var meant) || !Enum.IsDefined(meant) || meant is VoiceState.Open)
                wrong ??= line;
            else
                found[status] = meant;
        }

        return wrong is null ? found : null;
    }

    /// <summary>Already told: resolved and then closed is one and the same to customers.</summary>
    public static bool IsTold(Voice voice, VoiceState state, string? version) => voice.State == state && (version is null || voice.Version == version);

    /// <summary>Back from what customers were promised: a person reads that first.</summary>
    public static bool IsStepBack(Voice voice, VoiceState state) => (voice.State, state) is (VoiceState.Fixed, not VoiceState.Fixed) or (VoiceState.Planned, VoiceState.WontFix);

    /// <summary>In a comment, what follows 公開: or Public: at the beginning of a line is for customers.</summary>
    public static string? PublicWords(string? comment)
    {
        string[] marks = ["公開:", "公開：", "public:"];
        var lines = (comment ?? "").ReplaceLineEndings("\n").Split('\n');
        var first = Array.FindIndex(lines, l => marks.Any(m => l.TrimStart().StartsWith(m, StringComparison.OrdinalIgnoreCase)));
        if (first < 0)
            return null;
        var said = lines[first].TrimStart();
        var words = string.Join('\n', lines.Skip(first + 1).Prepend(said[(said.IndexOfAny([':', '：']) + 1)..])).Trim();
        return words.Length is 0 or > 4000 ? null : words;
    }
}
