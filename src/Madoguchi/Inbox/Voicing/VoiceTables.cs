using Madoguchi.Shared;
using Madoguchi.Voices.Showing;
using Madoguchi.Voices.Stuck;

namespace Madoguchi.Inbox.Voicing;

/// <summary>The board, and where customers get stuck, as tables for spreadsheets.</summary>
public static class VoiceTables
{
    public static (IReadOnlyList<string> Columns, IEnumerable<IReadOnlyList<object?>> Rows) Board(IEnumerable<VoiceView> voices) =>
        (["voice", "kind", "title", "product", "errorText", "state", "version", "cases", "customers", "temperature", "trend", "again", "last", "waitingDays", "decider"],
            voices.Select(v => (IReadOnlyList<object?>)[v.VoiceId.ToString(), VoiceWords.OnWire(v.Kind), v.Title, v.Product, v.ErrorText, VoiceWords.OnWire(v.State), v.Version, v.Cases, v.Customers, v.Temperature, v.Trend, v.Again, Day(v.LastAt), v.WaitingDays, v.Decider]));

    public static (IReadOnlyList<string> Columns, IEnumerable<IReadOnlyList<object?>> Rows) Stuck(StuckReport stuck, Tongue t) =>
        (["what", "where", "text", "product", "count", "of", "words"],
        [
            .. stuck.Steps.SelectMany(s => new (string, int)[] { ("unclear", s.Unclear), ("failed", s.Failed) }.Where(k => k.Item2 > 0).Select(k => (IReadOnlyList<object?>)[k.Item1, $"{s.Guide} / {s.Way} / {s.Step + 1}", s.Text.In(t), null, k.Item2, s.Answers, k.Item1 == "unclear" ? string.Join(" / ", s.Words) : null])),
            .. stuck.Errors.Select(e => (IReadOnlyList<object?>)["error", null, e.ErrorText, e.Product, e.Contacts, null, null]),
            .. stuck.Quotes.Select(q => (IReadOnlyList<object?>)["quote", q.Title, q.Quote, q.Product, null, null, null]),
        ]);

    private static string? Day(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
