using Madoguchi.Cases.Denying;
using Madoguchi.Shared;

namespace Madoguchi.Inbox.Entries;

public static class VerdictNames
{
    public static string NameIn(this Verdict verdict, Tongue t) => verdict switch
    {
        Verdict.Confirmed => t["確認できた", "Confirmed"],
        Verdict.Contradicted => t["記録と食い違う", "Contradicted"],
        Verdict.NotInLogs => t["記録に見当たらない", "Not in the logs"],
    };

    /// <summary>What it means, for whoever chooses it.</summary>
    public static string Explained(this Verdict verdict, Tongue t) => verdict switch
    {
        Verdict.Confirmed => t["お客様のおっしゃるとおりのことが、記録や証拠に残っている", "The record or the evidence shows what the customer says"],
        Verdict.Contradicted => t["記録や証拠が、別のことを示している。どれがそうか、選んでください", "The record or the evidence shows something else: choose which"],
        Verdict.NotInLogs => t["探したが残っていない。記録には抜けがあるので、「なかった」とは言えません", "Looked for, and not there. Records have gaps: this is no “it did not happen”"],
    };

    /// <summary>How long, as one says it: 18 minutes, 3 hours.</summary>
    public static string Lasting(TimeSpan span, Tongue t) => span switch
    {
        { TotalSeconds: < 60 } => t[$"{span.TotalSeconds:0}秒", $"{span.TotalSeconds:0} s"],
        { TotalMinutes: < 90 } => t[$"{Math.Floor(span.TotalMinutes):0}分", $"{Math.Floor(span.TotalMinutes):0} min"],
        { TotalHours: < 48 } => t[$"{Math.Floor(span.TotalHours):0}時間", $"{Math.Floor(span.TotalHours):0} h"],
        _ => t[$"{Math.Floor(span.TotalDays):0}日", $"{Math.Floor(span.TotalDays):0} days"],
    };
}
