using Madoguchi.Shared;

namespace Madoguchi.Inbox.Proving;

public static class ProofWords
{
    /// <summary>A stretch of time as people say it, in the one or two units that count.</summary>
    public static string Span(TimeSpan span, Tongue t)
    {
        var (days, hours, minutes, seconds) = ((int)span.TotalDays, span.Hours, span.Minutes, span.Seconds);
        return days > 0 ? t[$"{days}日{Some(hours, "時間")}", $"{days} d{Some(hours, " h")}"]
            : hours > 0 ? t[$"{hours}時間{Some(minutes, "分")}", $"{hours} h{Some(minutes, " min")}"]
            : minutes > 0 ? t[$"{minutes}分{Some(minutes < 10 ? seconds : 0, "秒")}", $"{minutes} min{Some(minutes < 10 ? seconds : 0, " s")}"]
            : t[$"{seconds}秒", $"{seconds} s"];
    }

    private static string Some(int count, string unit) => count == 0 ? "" : unit[0] == ' ' ? $" {count}{unit}" : $"{count}{unit}";
}
