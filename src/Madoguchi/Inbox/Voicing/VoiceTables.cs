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

    /// <summary>One thing a row, in the same columns: what, where, in which words; how often, of how many, and how often before.</summary>
    public static (IReadOnlyList<string> Columns, IEnumerable<IReadOnlyList<object?>> Rows) Stuck(StuckReport stuck, Tongue t) =>
        (["what", "where", "step", "text", "product", "count", "of", "before", "last", "voice", "words"],
        [
            .. stuck.Steps.Select(s => (IReadOnlyList<object?>)["step", $"{s.Title.In(t)} / {s.WayTitle.In(t)}", s.Step + 1, s.Text.In(t), null, s.Stuck, s.Answers, s.Before, null, null, string.Join(" / ", s.Words)]),
            .. stuck.Steps.SelectMany(s => new (string, int)[] { ("unclear", s.Unclear), ("failed", s.Failed) }.Where(k => k.Item2 > 0).Select(k => (IReadOnlyList<object?>)[k.Item1, $"{s.Title.In(t)} / {s.WayTitle.In(t)}", s.Step + 1, s.Text.In(t), null, k.Item2, s.Answers, null, null, null, null])),
            .. stuck.Errors.Select(e => (IReadOnlyList<object?>)["error", null, null, e.ErrorText, e.Product, e.Contacts, null, e.Before, Day(e.LastAt), e.VoiceId?.ToString(), null]),
            .. stuck.Quotes.Select(q => (IReadOnlyList<object?>)["quote", q.Title, null, q.Quote, q.Product, null, null, null, Day(q.At), q.VoiceId.ToString(), null]),
        ]);

    private static string? Day(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
