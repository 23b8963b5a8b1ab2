using System.Globalization;
using System.Text;

namespace Madoguchi.Campaigns.Keeping;

/// <summary>Codes and registrations as a table that spreadsheets open (RFC 4180), with the mark by which Excel knows UTF-8.</summary>
public static class CsvTable
{
    public const string Type = "text/csv";

    public static byte[] Of(CodeList list) => Of(["code", "state", "usedAt"], list.Codes.Select(c => new object?[] { c.Code, c.State, c.UsedAt }));

    public static byte[] Of(RegistrationRows list) => Of(
        ["registrationId", "code", "email", "state", "beganAt", "completedAt", "receipt", "customerNumber", "reward"],
        list.Registrations.Select(r => new object?[] { r.RegistrationId, r.Code, r.Email, r.State, r.BeganAt, r.CompletedAt, r.Receipt, r.CustomerNumber, r.Reward }));

    private static byte[] Of(string[] head, IEnumerable<object?[]> rows)
    {
        var text = new StringBuilder().AppendJoin(',', head).Append("\r\n");
        foreach (var row in rows)
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    // What somebody typed may begin like a formula; a spreadsheet would reckon it. An apostrophe before it makes it a word.
    private static string Cell(object? value)
    {
        var words = value switch
        {
            null => "",
            DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture),
            Enum named => char.ToLowerInvariant(named.ToString()[0]) + named.ToString()[1..],
            string typed when typed.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..] || typed is ['\t' or '\r' or '\n', ..] => "'" + typed,
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
        return words.AsSpan().ContainsAny("\",\r\n") ? $"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : words;
    }
}
