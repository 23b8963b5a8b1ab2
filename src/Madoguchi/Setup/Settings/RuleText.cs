using System.Globalization;
using System.Xml;
using Madoguchi.Rules;
using Madoguchi.Rules.Checking;
using Madoguchi.Rules.Keeping;

namespace Madoguchi.Setup.Settings;

/// <summary>A rule as a form has it, and as the API takes it.</summary>
public static class RuleText
{
    public static readonly IReadOnlyList<string> Units = ["seconds", "minutes", "hours", "days"];

    public static NewRule Rule(Filled filled)
    {
        var kind = Enum.TryParse<RuleKind>(filled.Of("kind"), ignoreCase: true, out var chosen) && Enum.IsDefined(chosen) ? chosen : RuleKind.FollowedBy;
        return new(filled.Of("name"), new(filled.Of("when")), kind is RuleKind.AtMostOne ? null : new(filled.Of("then")), kind is RuleKind.FollowedBy ? Iso(filled.Of("within"), filled.Of("unit")) : null, filled.Of("key") is "" ? null : filled.Of("key"), kind);
    }

    public static Filled Filled(RuleView rule)
    {
        var (number, unit) = rule.Within is null ? (60, "seconds") : Parts(XmlConvert.ToTimeSpan(rule.Within));
        return new(new Dictionary<string, string>
        {
            ["name"] = rule.Name, ["kind"] = rule.Kind.ToString(), ["when"] = rule.When.Type, ["then"] = rule.Then?.Type ?? "", ["within"] = number.ToString("0.###", CultureInfo.InvariantCulture), ["unit"] = unit, ["key"] = rule.Key,
            ["version"] = rule.Version.ToString(CultureInfo.InvariantCulture),
        });
    }

    public static readonly Filled Fresh = new(new Dictionary<string, string> { ["kind"] = nameof(RuleKind.FollowedBy), ["within"] = "60", ["unit"] = "seconds", ["key"] = RuleKeys.Subject });

    /// <summary>The field that a pointer means.</summary>
    public static string Field(string at) => at.Split('/')[1];

    private static string? Iso(string number, string unit)
    {
        if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var many) || many > 10_000_000)
            return "";
        return XmlConvert.ToString(TimeSpan.FromMilliseconds((double)many * unit switch { "minutes" => 60_000, "hours" => 3_600_000, "days" => 86_400_000, _ => 1_000 }));
    }

    private static (double Number, string Unit) Parts(TimeSpan span) => span switch
    {
        { TotalDays: >= 1 } when span.TotalDays % 1 == 0 => (span.TotalDays, "days"),
        { TotalHours: >= 1 } when span.TotalHours % 1 == 0 => (span.TotalHours, "hours"),
        { TotalMinutes: > 1 } when span.TotalMinutes % 1 == 0 => (span.TotalMinutes, "minutes"),
        _ => (span.TotalSeconds, "seconds"),
    };
}
