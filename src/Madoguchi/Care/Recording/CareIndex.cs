using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;

namespace Madoguchi.Care.Recording;

/// <summary>The record in plain words, for whoever has to read it: one page that opens in any browser, without us and without a net. Japanese first, then English. Pure.</summary>
/// <param name="Zone">The house's: each time says how far it is from the world's.</param>
public sealed record CareIndex(CareManifest Manifest, string Subject, CareView View, IReadOnlyList<Entry> Entries, TimeZoneInfo Zone)
{
    private const string Head = """
        <!DOCTYPE html>
        <html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>対応の記録 / Record of care</title>
        <style>
        body { max-width: 60rem; margin: 2rem auto; padding: 0 1.25rem; color: #1d2330; background: #fff; font: 16px/1.7 system-ui, "Hiragino Sans", "Noto Sans JP", "Yu Gothic UI", sans-serif; }
        h1 { font-size: 1.5rem; } h2 { margin-top: 2.5rem; border-bottom: 2px solid #1d2330; font-size: 1.2rem; } table { width: 100%; border-collapse: collapse; } th, td { padding: .4rem .6rem .4rem 0; border-bottom: 1px solid #ccd; text-align: left; vertical-align: top; }
        th { white-space: nowrap; font-size: .85rem; } td.t { white-space: nowrap; font-size: .85rem; font-variant-numeric: tabular-nums; } td.w { white-space: pre-wrap; overflow-wrap: anywhere; } code { overflow-wrap: anywhere; font-size: .8rem; } .q { color: #5b6375; } section + section { margin-top: 4rem; }
        @media (max-width: 640px) { table, tbody, tr, td { display: block; } thead { display: none; } td { border: 0; padding: 0; } tr { display: block; padding: .6rem 0; border-bottom: 1px solid #ccd; } }
        @media print { body { margin: 0; max-width: none; font-size: 11pt; } tr { break-inside: avoid; } }
        </style></head><body>
        """;

    public string Page() => $"{Head}{Part(Tongue.Japanese)}{Part(Tongue.English)}</body></html>\n";

    private string Part(Tongue t)
    {
        var page = new StringBuilder();
        var (first, last) = (Entries.Count > 0 ? When(Entries[0].At) : "", Entries.Count > 0 ? When(Entries[^1].At) : "");
        page.Append(CultureInfo.InvariantCulture, $"<section lang=\"{t.Code}\"><h1>{t["対応の記録", "Record of care"]}</h1>");
        page.Append(CultureInfo.InvariantCulture, $"<p>{t[$"お客様番号 {X(Manifest.CustomerNumber)}、用件「{X(Subject)}」の経緯です({first} から {last} まで、{Entries.Count}件)。{X(Manifest.MadeBy)}が {When(Manifest.MadeAt)} に取り出しました。", $"What happened in “{X(Subject)}”, customer number {X(Manifest.CustomerNumber)}: {Entries.Count} entries from {first} to {last}. Taken out by {X(Manifest.MadeBy)} on {When(Manifest.MadeAt)}."]}</p>");
        page.Append(CultureInfo.InvariantCulture, $"<p class=\"q\">{t["働く人を守る事業主の務めのための記録です。お客様個人についての判断ではありません。お客様には、お言葉をたたんだことも、段階のことも伝わっていません。", "Kept for the employer’s duty to protect those who work here. It is no verdict on a customer; they were told neither of folded words nor of steps."]}</p>");
        Table(page, t["取った段階", "Steps that were taken"], t["段階は取っていません。", "No step was taken."], [t["いつ", "When"], t["だれが", "Who"], t["何を", "What"], t["理由", "Why"]],
            View.Steps.Select(s => new[] { When(s.At), X(s.By), X(Words(s.Step, t)) + (s.Second is { } second ? X(t[$"(そばに {second})", $" (beside: {second})"]) : "") + (s.Letter is { } letter ? X(t[$"。お客様へのお便りは{letter}番", $"; the letter is entry {letter}"]) : ""), X(s.Because) + (s.BackAt is { } back ? X(t[$" → {When(back)} に {s.BackBy} が戻しました: {s.BackBecause}", $" → taken back on {When(back)} by {s.BackBy}: {s.BackBecause}"]) : "") }));
        Table(page, t["つらい言葉", "Words that were hard to bear"], t["印のある言葉はありません。", "No words were marked."], [t["番号", "Entry"], t["いつ", "When"], t["どうしたか", "What was done"], t["開いて読んだ人", "Read whole by"]],
            View.Marks.Select(m => new[] { $"{m.Entry}", When(m.At), X(Words(m, t)), X(string.Join(t["、", ", "], View.Unfolded.Where(u => u.Entry == m.Entry).Select(u => $"{u.Agent} {When(u.At)}"))) }));
        Table(page, t["この記録を取り出した人", "Who took this record out"], "", [t["いつ", "When"], t["だれが", "Who"]], View.Unfolded.Where(u => u.Entry == 0).Select(u => new[] { When(u.At), X(u.Agent) }));
        if (View.Supervisor is { } wish)
            page.Append(CultureInfo.InvariantCulture, $"<h2>{t["責任者のお約束", "A supervisor was promised"]}</h2><p>{X(Words(wish, t))}</p>");
        Table(page, t["経緯", "What happened"], "", [t["番号", "Entry"], t["いつ", "When"], t["だれが", "Who"], t["何を", "What"], t["言葉", "Words"]],
            Entries.Select(e => new[] { $"{e.Number}", When(e.At), X(Who(e, t)), X(RecordWords.Name(e.Kind, t)) + (e.Internal ? X(t["(社内だけ)", " (for the house only)"]) : "") + (e.Withdrawn is { } by ? X(t[$"({by}番で取り消し)", $" (taken back by {by})"]) : ""), X(RecordWords.Of(JsonNode.Parse(e.Body), t)) }));
        Table(page, t["ファイルと照合", "Files, and how to check them"], "", [t["ファイル", "File"], t["大きさ", "Bytes"], "SHA-256"], Manifest.Files.Select(f => new[] { X(f.File), f.Size.ToString("N0", CultureInfo.InvariantCulture), $"<code>{f.Sha256}</code>" }));
        page.Append(CultureInfo.InvariantCulture, $"<p>{t["展開したフォルダで <code>sha256sum -c SHA256SUMS</code> を実行すると、取り出してから変わっていないことがわかります。entries.json の各項目の sha256 は、前の項目とつながっています。最後の値:", "<code>sha256sum -c SHA256SUMS</code> in the unpacked folder tells that nothing has changed since. Each entry’s sha256 in entries.json links it to the one before. The last of them:"]} <code>{Manifest.ChainSha256}</code></p></section>");
        return page.ToString();
    }

    private static void Table(StringBuilder page, string title, string none, string[] heads, IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0 && none.Length == 0)
            return;
        page.Append(CultureInfo.InvariantCulture, $"<h2>{title}</h2>");
        if (all.Count == 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"q\">{none}</p>");
            return;
        }

        page.Append(CultureInfo.InvariantCulture, $"<table><thead><tr>{string.Concat(heads.Select(h => $"<th scope=\"col\">{h}</th>"))}</tr></thead><tbody>");
        foreach (var row in all)
            page.Append(CultureInfo.InvariantCulture, $"<tr>{string.Concat(row.Select((cell, i) => $"<td class=\"{(i == row.Length - 1 ? "w" : "t")}\">{cell}</td>"))}</tr>");
        page.Append("</tbody></table>");
    }

    private string When(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);

    private static string Who(Entry entry, Tongue t) => entry.Role switch
    {
        Role.Customer => t["お客様", "Customer"],
        Role.Agent => entry.ByName is { } name ? t[$"担当 {name}", $"{name} (support)"] : t["担当", "support"],
        _ => t["窓口の仕組み", "the system"],
    };

    private static string Words(CareStep step, Tongue t) => step switch
    {
        CareStep.Notice => t["落ち着いた言葉でお願いした", "asked in calm words"],
        CareStep.TwoPersons => t["二人で対応した", "two answered together"],
        CareStep.SupervisorOnly => t["責任者だけが対応した", "only supervisors answered"],
        CareStep.Ended => t["お便りで終えた", "ended with a letter"],
    };

    private static string Words(MarkView mark, Tongue t) => mark.Verdict switch
    {
        CareVerdict.Folded => t[$"{mark.Hurts}文をたたんだ", $"{mark.Hurts} sentences folded"],
        CareVerdict.Heard => t["お怒りには理由があり、たたまなかった", "the anger had a reason; not folded"],
        _ => t["担当者が、たたまなくてよいとした", "an agent found that it need not be folded"],
    } + (mark.Reasons.Count > 0 ? t["。その前に: ", "; before: "] + string.Join(t["、", "; "], mark.Reasons.Select(r => Folding.Reasons.Name(r, t))) : "")
        + (mark.By is { } by ? t[$"。印: {by}{(mark.Because is { } why ? $"「{why}」" : "")}", $"; marked by {by}{(mark.Because is { } because ? $": “{because}”" : "")}"] : "");

    private string Words(Supervising.SupervisorView wish, Tongue t) => t[$"{When(wish.At)} にご希望、{When(wish.By)} までのお約束。", $"Wanted on {When(wish.At)}, promised by {When(wish.By)}. "] + wish switch
    {
        { KeptAt: { } kept } => t[$"{When(kept)} に {wish.KeptBy} がお返事しました。", $"Answered by {wish.KeptBy} on {When(kept)}."],
        { WithdrawnAt: { } gone } => t[$"{When(gone)} に、もう必要ないとのことでした。", $"No longer needed from {When(gone)} on."],
        { Late: true } => t["まだお返事していません(過ぎています)。", "Not answered yet, and late."],
        _ => t["まだお返事していません。", "Not answered yet."],
    };

    private static string X(string text) => WebUtility.HtmlEncode(text);
}
