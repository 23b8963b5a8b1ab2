using System.Globalization;
using System.Text;

namespace Madoguchi.Reports;

/// <summary>A report as a table that spreadsheets open (RFC 4180). The mark at its head tells Excel that it is UTF-8.</summary>
public static class Csv
{
    public static string FileName(Report report) => $"{report.Name}-{report.From:yyyy-MM-dd}-{report.To:yyyy-MM-dd}.csv";

    public static byte[] Of(Report report) => Of(report.Columns, report.Rows);

    public static byte[] Of(IReadOnlyList<string> columns, IEnumerable<IReadOnlyDictionary<string, object?>> rows)
    {
        var text = new StringBuilder();
        Line(text, columns);
        foreach (var row in rows)
            Line(text, columns.Select(c => row.GetValueOrDefault(c)));
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>Any other table.</summary>
    public static byte[] Of(IEnumerable<string> columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        var text = new StringBuilder();
        Line(text, columns);
        foreach (var row in rows)
            Line(text, row);
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static void Line(StringBuilder text, IEnumerable<object?> cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    // A customer's words may begin like a formula; a spreadsheet would reckon it. An apostrophe before it makes it a word.
    private static string Cell(object? value)
    {
        if (value is not string words)
            return value is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        if (words.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..] || words is ['\t' or '\r' or '\n', ..])
            words = "'" + words;
        return words.AsSpan().ContainsAny("\",\r\n") ? $"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : words;
    }
}
