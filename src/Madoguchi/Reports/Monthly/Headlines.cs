using Madoguchi.Shared;

namespace Madoguchi.Reports.Monthly;

/// <summary>The month in one sentence, made from its figures. Where there was nothing it says so.</summary>
public static class Headlines
{
    public static Headline Of(Month month, bool complete, IReadOnlyDictionary<string, MonthPart> parts) =>
        new(In(Tongue.Japanese, month, complete, parts), In(Tongue.English, month, complete, parts));

    private static string In(Tongue t, Month month, bool complete, IReadOnlyDictionary<string, MonthPart> parts)
    {
        var when = t[$"{month.Number}月は{(complete ? "" : "これまでに")}、", complete ? $"In {Name(t, month)} " : $"So far in {Name(t, month)} "];
        if (Sum("fires", "incidents") == 0 && Sum("days", "contacts") == 0 && Sum("fixes", "fixes") == 0 && Sum("decisions", "waiting") == 0)
            return t[$"{when}障害もお問い合わせもありませんでした。", $"{when}there were no fires and nobody had to ask for help."];
        List<string> said = [Fires(), .. Fixes() is { } fixes ? [fixes] : Array.Empty<string>(), .. Waiting() is { } waiting ? [waiting] : Array.Empty<string>()];
        if (said.Count == 1)
            said.Add(Contacts());
        return t[$"{when}{string.Join("。", said)}。", $"{when}{Joined(said)}."];

        long Sum(string part, string measure) => parts.TryGetValue(part, out var found) ? found.Sum(measure) : 0;

        string Fires()
        {
            var (all, open, minutes) = (Sum("fires", "incidents"), Sum("fires", "open"), Sum("fires", "lostMinutes"));
            var (done, ja, en) = (all - open, $"お客様が失った時間は延べ{Lost(Tongue.Japanese, minutes)}", minutes == 0 ? "" : $" that cost customers {Lost(Tongue.English, minutes)}");
            return (done, open, minutes) switch
            {
                (0, 0, _) => t["障害はありませんでした", "there were no fires"],
                (_, 0, 0) => t[$"障害を{done}件消し止めました", $"{Count(done, "fire was", "fires were")} put out"],
                (_, 0, _) => t[$"障害を{done}件消し止め、{ja}でした", $"{Count(done, "fire was", "fires were")} put out{en}"],
                (0, _, 0) => t[$"{open}件の障害がまだ続いています", Count(open, "fire still burns", "fires still burn")],
                (0, _, _) => t[$"{open}件の障害がまだ続き、{ja}です", $"{Count(open, "fire still burns", "fires still burn")}{en}"],
                (_, _, 0) => t[$"障害を{done}件消し止め、{open}件がまだ続いています", $"{Count(done, "fire was", "fires were")} put out and {Count(open, "still burns", "still burn")}"],
                _ => t[$"障害を{done}件消し止め、{open}件がまだ続き、{ja}です", $"{Count(done, "fire was", "fires were")} put out and {Count(open, "still burns", "still burn")}{en}"],
            };
        }

        string? Fixes() => (Sum("fixes", "fixes"), Sum("fixes", "behind")) switch
        {
            (0, _) => null,
            (var fixes, var behind) => t[$"お客様の声から{fixes}件が直り、その後ろには{behind}件の声がありました", $"{Count(fixes, "fix", "fixes")} came of what {Count(behind, "customer", "customers")} said"],
        };

        string? Waiting() => (Sum("decisions", "waiting"), Sum("decisions", "longestDays")) switch
        {
            (0, _) => null,
            (var waiting, 0) => t[$"{waiting}件の声が判断を待っています", $"{Count(waiting, "decision is", "decisions are")} waiting"],
            (var waiting, var days) => t[$"{waiting}件の声が判断を待ち、長いものは{days}日になります", $"{Count(waiting, "decision is", "decisions are")} waiting, the longest for {Count(days, "day", "days")}"],
        };

        string Contacts()
        {
            var (now, before) = (Sum("days", "contacts"), parts.TryGetValue("days", out var days) ? days.Before.GetValueOrDefault("contacts") ?? 0 : 0);
            var moved = complete && before > 0 && Moved(now, before) is var percent && percent != 0 ? t[$"(前の月より{Math.Abs(percent)}%{(percent > 0 ? "増" : "減")})", $" ({Math.Abs(percent)} % {(percent > 0 ? "more" : "fewer")} than the month before)"] : "";
            return t[$"お問い合わせは{now:N0}件{moved}でした", $"{(now == 1 ? "1 contact" : $"{now:N0} contacts")} came in{moved}"];
        }
    }

    /// <summary>Percent more or less than before, rounded; nothing to compare with is no change.</summary>
    public static int Moved(long now, long before) => before == 0 ? 0 : (int)Math.Round((now - before) * 100.0 / before, MidpointRounding.AwayFromZero);

    public static string Name(Tongue t, Month month) => month.First.ToString(t["yyyy年M月", "MMMM yyyy"], t.Culture);

    /// <summary>Customers' time, as one says it.</summary>
    public static string Lost(Tongue t, long minutes) => minutes < 60 ? t[$"{minutes}分", Count(minutes, "minute", "minutes")]
        : t[$"{minutes / 60.0:N0}時間", Count((long)Math.Round(minutes / 60.0), "hour", "hours")];

    private static string Count(long count, string one, string many) => $"{count:N0} {(count == 1 ? one : many)}";

    private static string Joined(List<string> said) => said.Count < 3 ? string.Join(" and ", said) : string.Join(", ", said[..^1]) + ", and " + said[^1];
}
