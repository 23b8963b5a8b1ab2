using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Madoguchi.Shared;

namespace Madoguchi.Guides.Writing;

/// <summary>A guide as its author would have written it. What <see cref="GuideReader"/> reads from it is the same guide.</summary>
public static partial class GuideWriter
{
    private static readonly JsonSerializerOptions Quoting = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(GuideContent guide)
    {
        var to = new StringBuilder("---\n");
        Field(to, "", "title", guide.Title);
        var signs = guide.Signs ?? Signs.None;
        foreach (var (name, list) in new[] { ("products", signs.Products), ("errors", signs.Errors), ("words", signs.Words) })
        {
            if (list is { Count: > 0 })
                to.Append(name).Append(": [").AppendJoin(", ", list.Select(s => Quoted(PlainText.Clean(s)))).Append("]\n");
        }

        to.Append("ways:\n");
        foreach (var way in guide.Ways)
            Facts(to, way);
        to.Append("---\n");
        foreach (var way in guide.Ways)
        {
            to.Append(CultureInfo.InvariantCulture, $"\n# {way.Slug}\n");
            Steps(to, way, Tongue.Japanese);
            Steps(to, way, Tongue.English);
        }

        return to.ToString();
    }

    private static void Facts(StringBuilder to, Way way)
    {
        to.Append(CultureInfo.InvariantCulture, $"  {Quoted(way.Slug)}:\n");
        Field(to, "    ", "title", way.Title);
        to.Append(CultureInfo.InvariantCulture, $"    minutes: {way.Minutes}\n");
        if (way.Risk is { } risk)
            Field(to, "    ", "risk", risk);
        if (way.RiskMinutes is { } weight)
            to.Append(CultureInfo.InvariantCulture, $"    riskMinutes: {weight}\n");
        if (way.Needs is { } needs)
            Field(to, "    ", "needs", needs);
    }

    private static void Field(StringBuilder to, string indent, string name, Bilingual said)
    {
        to.Append(indent).Append(name).Append(":\n");
        foreach (var (tongue, text) in new[] { ("ja", said.Ja), ("en", said.En) })
        {
            if (!string.IsNullOrWhiteSpace(text))
                to.Append(CultureInfo.InvariantCulture, $"{indent}  {tongue}: {Quoted(PlainText.Clean(text))}\n");
        }
    }

    // A step that is silent in this language is written in the other's words where any step speaks this one: the two lists stay step by step.
    private static void Steps(StringBuilder to, Way way, Tongue t)
    {
        if (!way.Steps.Any(s => s.Text.Speaks(t)))
            return;
        to.Append(CultureInfo.InvariantCulture, $"\n## {t.Code}\n");
        foreach (var (number, step) in way.Steps.Index())
        {
            var indent = new string(' ', $"{number + 1}. ".Length);
            to.Append(CultureInfo.InvariantCulture, $"{number + 1}. {Block(indent, step.Text.In(t))}\n");
            if (step.How is { } how && how.Speaks(t))
                to.Append(CultureInfo.InvariantCulture, $"\n{indent}{Block(indent, how.In(t), "> ")}\n");
            if (step.Picture is { } picture && (picture.Address.Speaks(t) || picture.Says?.Speaks(t) == true))
                to.Append(CultureInfo.InvariantCulture, $"\n{indent}![{Alternative(picture.Says?.In(t) ?? "")}]({picture.Address.In(t)})\n");
            if (step.Variants is { Count: > 0 } variants)
                to.Append('\n');
            foreach (var variant in step.Variants ?? [])
                to.Append(CultureInfo.InvariantCulture, $"{indent}- **{Escaped(PlainText.Clean(variant.Device.In(t)))}**: {Block(indent + "  ", variant.Text.In(t))}\n");
        }
    }

    private static string Block(string indent, string text, string mark = "") =>
        mark + string.Join($"\n{indent}", PlainText.Clean(text).Replace("\t", "  ", StringComparison.Ordinal).Split('\n').Select((line, i) => i == 0 ? line : (mark + line).TrimEnd()));

    /// <summary>Words from a program stay words: what the reader would take for a quotation, a picture or a device is escaped.</summary>
    public static GuideContent Tamed(this GuideContent guide) => guide with
    {
        Ways = [.. guide.Ways.Select(w => w with { Steps = [.. w.Steps.Select(s => s with { Text = Words(s.Text), How = s.How is { IsEmpty: false } how ? Words(how) : null, Variants = s.Variants?.Select(v => v with { Text = Words(v.Text) }).ToList() })] })],
    };

    private static Bilingual Words(Bilingual said) => new(Words(said.Ja), Words(said.En));

    private static string? Words(string? text) => text is null ? null : string.Join('\n', PlainText.Clean(text).Split('\n').Select(line => Taken().Replace(line, @"$1\$2")));

    private static string Alternative(string text) => Escaped(PlainText.Clean(text));

    private static string Escaped(string text) => Special().Replace(text, @"\$0");

    private static string Quoted(string text) => Plain().IsMatch(text) && !Meant().IsMatch(text) ? text : JsonSerializer.Serialize(text, Quoting);

    [GeneratedRegex(@"^(\s*)(>|!\[|`{3}|~{3}|[-*+](?=\s+\*\*)|=(?==*\s*$)|-(?=-*\s*$)|\[(?=[^\]]*\]:))")]
    private static partial Regex Taken();

    [GeneratedRegex(@"[\\`*_{}\[\]<>()#+!|~&-]")]
    private static partial Regex Special();

    [GeneratedRegex(@"^[\p{L}][\p{L}\p{M}\p{Nd}「」『』、。・ー（）！？ -]*(?<! )$")]
    private static partial Regex Plain();

    // Words that YAML takes for something else.
    [GeneratedRegex("^(true|false|yes|no|on|off|null|y|n|nan|inf)$", RegexOptions.IgnoreCase)]
    private static partial Regex Meant();
}
