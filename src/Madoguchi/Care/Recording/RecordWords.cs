using System.Text.Json.Nodes;
using Madoguchi.Shared;

namespace Madoguchi.Care.Recording;

/// <summary>What an entry is and says, in words that need no manual. What has no name here keeps the one that it has in entries.json. Pure.</summary>
public static class RecordWords
{
    private static readonly Dictionary<string, (string Ja, string En)> Names = new(StringComparer.Ordinal)
    {
        ["message"] = ("メッセージ", "message"), ["note"] = ("社内メモ", "note"), ["attachment"] = ("ファイル", "file"), ["fact"] = ("聞き取り", "fact"), ["callTaken"] = ("お電話(書き留め)", "call, written down"),
        ["question"] = ("お尋ね", "question"), ["askedAgain"] = ("同じことをもう一度お尋ね", "asked again"), ["solutionProposed"] = ("解決のご案内", "proposed as solved"), ["solutionAnswered"] = ("解決の返事", "answer to the solution"),
        ["handoverOffered"] = ("引き継ぎの申し出", "handover offered"), ["handoverAccepted"] = ("引き継ぎ", "handed over"), ["handoverReturned"] = ("引き継ぎを戻した", "handover returned"), ["takenOver"] = ("引き取り", "taken over"),
        ["assigned"] = ("担当を決めた", "assigned"), ["described"] = ("用件の書き換え", "described"), ["reopened"] = ("もう一度開いた", "reopened"), ["closedBySilence"] = ("お返事がなく閉じた", "closed by silence"), ["mailed"] = ("メールを送った", "mailed"),
        ["careMarked"] = ("言葉の印", "words marked"), ["careStep"] = ("段階", "step"), ["careSteppedBack"] = ("段階を戻した", "stepped back"), ["supervisorWished"] = ("責任者をご希望", "wants a supervisor"),
        ["supervisorNotNeeded"] = ("責任者はもう必要ない", "supervisor no longer needed"), ["supervisorCame"] = ("責任者がお返事した", "a supervisor answered"), ["supervisorLate"] = ("責任者のお返事が遅れた", "supervisor late"),
        ["thanked"] = ("ご感想", "said afterwards"), ["stepAnswered"] = ("手順の返事", "step answered"), ["brokenOff"] = ("お話が途切れた", "broken off"), ["followUpAnswered"] = ("ご様子の返事", "follow-up answered"), ["withdrawn"] = ("取り消し", "taken back"),
        ["lineJoined"] = ("順番待ち", "joined the line"), ["lineCalled"] = ("お呼びした", "called"), ["lineServed"] = ("順番の対応済み", "served"), ["finding"] = ("調べた結果", "finding"), ["remedyGranted"] = ("補償", "remedy"), ["incidentTold"] = ("障害のお知らせ", "told of an incident"),
    };

    // In this order: what was said first, then what it was about.
    private static readonly string[] Fields = ["text", "words", "outcome", "question", "label", "help", "subject", "problem", "key", "value", "name", "reason", "because", "cameOfIt", "how", "what", "title", "to", "step", "second", "entry", "solved", "score", "answer", "by"];

    public static string Name(string kind, Tongue t) => Names.TryGetValue(kind, out var name) ? t[name.Ja, name.En] : kind;

    public static string Of(JsonNode? body, Tongue t) => body is not JsonObject said ? "" : string.Join("\n", Fields.Select(f => Said(said[f], t)).OfType<string>());

    private static string? Said(JsonNode? node, Tongue t) => node switch
    {
        JsonValue value when value.TryGetValue<bool>(out var yes) => yes ? t["はい", "yes"] : t["いいえ", "no"],
        JsonValue value => value.ToString(),
        JsonObject both when both["ja"] is not null || both["en"] is not null => (both[t.Code] ?? both["ja"] ?? both["en"])?.ToString(),
        JsonObject named => named["name"]?.ToString(),
        _ => null,
    };
}
