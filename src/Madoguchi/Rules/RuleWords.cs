using Madoguchi.Rules.Checking;
using Madoguchi.Rules.Keeping;
using Madoguchi.Shared;

namespace Madoguchi.Rules;

/// <summary>A rule as people say it.</summary>
public static class RuleWords
{
    public static string Say(RuleView rule, Tongue t) => rule.Kind switch
    {
        RuleKind.FollowedBy => t[$"「{rule.When.Type}」のあと、{Within(rule, t)}以内に「{rule.Then?.Type}」が続くこと", $"“{rule.When.Type}” must be followed by “{rule.Then?.Type}” within {Within(rule, t)}"],
        RuleKind.NeverWithout => t[$"「{rule.Then?.Type}」の前に、必ず「{rule.When.Type}」があること", $"“{rule.Then?.Type}” never happens without “{rule.When.Type}” before"],
        RuleKind.AtMostOne => t[$"「{rule.When.Type}」は一度だけであること", $"“{rule.When.Type}” happens at most once"],
    } + t[$"({rule.Key} ごと)", $", for the same {rule.Key}"];

    /// <summary>What happened to those who are hit.</summary>
    public static string Breaks(RuleKind kind, Tongue t) => kind switch
    {
        RuleKind.FollowedBy => t["続くはずのことが起きていません", "what must follow has not happened"],
        RuleKind.NeverWithout => t["先にあるはずのことがありません", "what must come before did not happen"],
        RuleKind.AtMostOne => t["二度起きています", "it has happened twice"],
    };

    public static string Span(TimeSpan span, Tongue t) => span switch
    {
        { TotalDays: >= 1 } when span.TotalDays % 1 == 0 => t[$"{span.TotalDays}日", $"{span.TotalDays} {(span.TotalDays is 1 ? "day" : "days")}"],
        { TotalHours: >= 1 } when span.TotalHours % 1 == 0 => t[$"{span.TotalHours}時間", $"{span.TotalHours} {(span.TotalHours is 1 ? "hour" : "hours")}"],
        { TotalMinutes: >= 1 } when span.TotalMinutes % 1 == 0 => t[$"{span.TotalMinutes}分", $"{span.TotalMinutes} {(span.TotalMinutes is 1 ? "minute" : "minutes")}"],
        _ => t[$"{span.TotalSeconds:0.###}秒", $"{span.TotalSeconds:0.###} {(span.TotalSeconds is 1 ? "second" : "seconds")}"],
    };

    private static string Within(RuleView rule, Tongue t) => rule.Within is null ? "" : Span(System.Xml.XmlConvert.ToTimeSpan(rule.Within), t);
}
