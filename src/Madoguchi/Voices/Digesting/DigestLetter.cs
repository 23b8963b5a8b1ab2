using System.Globalization;
using Madoguchi.Shared;
using Madoguchi.Voices.Deciding;

namespace Madoguchi.Voices.Digesting;

/// <summary>The digest as a letter, in plain text.</summary>
public static class DigestLetter
{
    private const int Most = 15;

    public static string Subject(DigestView digest, Tongue t) => t[$"お客様の声 {digest.Week}: {digest.Voices.Count}件、判断待ち {digest.Waiting.Count}件", $"Customers' voices {digest.Week}: {digest.Voices.Count}, {digest.Waiting.Count} waiting for a decision"];

    public static string Text(DigestView digest, string url, Tongue t) => string.Join('\n', new[]
    {
        Part(t["温度の高い順", "By temperature"], digest.Voices.Take(Most).Select(v => t[$"{Degrees(v.Temperature)}({Sign(v.Trend)}) {v.Title} — {v.Customers}人・{DecisionNames.State(v.State, v.Version, t)}", $"{Degrees(v.Temperature)} ({Sign(v.Trend)}) {v.Title} — {v.Customers} customers, {DecisionNames.State(v.State, v.Version, t).ToLower(t.Culture)}"])),
        Part(t["新しくわかったこと", "Newly found out"], digest.News.Take(Most).Select(n => $"{n.Title}: {PlainText.Preview(n.Text, 200)}")),
        Part(t["判断を待っているもの", "Waiting for a decision"], digest.Waiting.Take(Most).Select(w => $"{w.Title} — {DecisionNames.Waits(w.Days, w.Decider, t)}")),
        Part(t["決まったこと", "Decided"], digest.Decided.Select(d => t[$"{d.Title} — {DecisionNames.State(d.State, d.Version, t)}({d.Told}人にお知らせ)", $"{d.Title} — {DecisionNames.State(d.State, d.Version, t)} ({d.Told} told)"])),
        url + "\n",
    }.Where(p => p.Length > 0));

    private static string Part(string title, IEnumerable<string> lines) => lines.ToList() is { Count: > 0 } some ? $"■ {title}\n{string.Join('\n', some.Select(l => "- " + l))}\n" : "";

    private static string Degrees(double degrees) => degrees.ToString("0.0", CultureInfo.InvariantCulture) + "°";

    private static string Sign(double trend) => trend.ToString("+0.0;-0.0;±0", CultureInfo.InvariantCulture);
}
