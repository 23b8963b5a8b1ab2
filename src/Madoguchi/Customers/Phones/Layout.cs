using System.Text.Json;
using System.Text.RegularExpressions;

namespace Madoguchi.Customers.Phones;

/// <summary>One way of writing numbers in groups, and for which numbers it is.</summary>
internal sealed class Layout
{
    private readonly Regex pattern;
    private readonly string format;
    private readonly Regex? begins;
    private readonly string? rule;
    private readonly string? abroad;

    public Layout(JsonElement data, string? usualRule)
    {
        (pattern, format) = (Regexes.Whole(data[0].GetString()!), data[1].GetString()!); // both always there
        // The last of the beginnings is the exact one.
        begins = data.GetArrayLength() > 2 && data[2] is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0 ? Regexes.Prefix(list[list.GetArrayLength() - 1].GetString()!) : null;
        rule = Text(data, 3) ?? usualRule;
        abroad = Text(data, 5);
    }

    public bool IsFor(string national) => (begins?.IsMatch(national) ?? true) && pattern.IsMatch(national);

    public string Write(string national, string? prefix, bool international)
    {
        if (international)
            return pattern.Replace(national, Braced(abroad ?? format)).Replace('-', ' ');
        // 0$1: what is dialled within the country goes before the first group.
        var at = format.IndexOf('$', StringComparison.Ordinal);
        var written = rule is null || prefix is null || at < 0 ? format : format[..at] + rule.Replace("$1", format[at..(at + 2)], StringComparison.Ordinal) + format[(at + 2)..];
        return pattern.Replace(national, Braced(written));
    }

    // $15 would be the fifteenth group.
    public static string Braced(string text) => Regex.Replace(text, @"\$(\d)", "${$1}");

    private static string? Text(JsonElement data, int index) => index < data.GetArrayLength() && data[index].ValueKind is JsonValueKind.String ? data[index].GetString() : null;
}
