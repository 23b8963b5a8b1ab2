using Madoguchi.Shared;

namespace Madoguchi.Desks.Hours;

/// <summary>A desk's hours in one line, for customers: 月–金 9:00–12:00・13:00–18:00（土・日・祝日は休み）.</summary>
public static class HoursLine
{
    private static readonly int[] FromMonday = [1, 2, 3, 4, 5, 6, 0];

    public static string Of(HoursPlan plan, Tongue t)
    {
        var days = FromMonday.Select(day => (Day: day, Spans: Spans(SpanPlan.Spans(plan.Week.Days[day]), t))).ToList();
        List<string> open = [.. days.Where(d => d.Spans is not null).GroupBy(d => d.Spans).Select(g => $"{Days([.. g.Select(d => d.Day)], t)} {g.Key}")];
        List<string> closed = [.. days.All(d => d.Spans is not null) ? Array.Empty<string>() : [Days([.. days.Where(d => d.Spans is null).Select(d => d.Day)], t)]];
        if (plan.Holidays is { Count: > 0 } others)
            open.Add($"{t["祝日", "public holidays"]} {Spans(SpanPlan.Spans(others), t)}");
        else if (plan.Holidays is not null)
            closed.Add(t["祝日", "public holidays"]);
        return string.Join(t["、", "; "], open) + (closed is [] ? "" : t[$"（{string.Join('・', closed)}は休み）", $" (closed on {string.Join(" and ", closed)})"]);
    }

    /// <summary>Null: closed.</summary>
    public static string? Spans(IReadOnlyList<OpenSpan> spans, Tongue t) => spans switch
    {
        [] => null,
        [var whole] when whole == OpenSpan.WholeDay => t["24時間", "24 hours"],
        _ => string.Join(t["・", ", "], spans),
    };

    /// <summary>月–金, 土, 毎日; by the machine's numbers, Sunday 0.</summary>
    public static string Day(int day, Tongue t) => t["日月火水木金土"[day].ToString(), t.Culture.DateTimeFormat.AbbreviatedDayNames[day]];

    private static string Days(IReadOnlyList<int> days, Tongue t)
    {
        if (days.Count == 7)
            return t["毎日", "Every day"];
        List<List<int>> runs = [];
        foreach (var place in days.Select(d => Array.IndexOf(FromMonday, d)))
        {
            if (runs is [.., var run] && run[^1] == place - 1)
                run.Add(place);
            else
                runs.Add([place]);
        }

        return string.Join(t["・", ", "], runs.SelectMany(run => run.Count < 3 ? run.Select(p => Day(FromMonday[p], t)) : [$"{Day(FromMonday[run[0]], t)}–{Day(FromMonday[run[^1]], t)}"]));
    }
}
