using System.Globalization;
using Madoguchi.Desks.Hours;

namespace Madoguchi.Setup.Demo;

/// <summary>When the technical desks are open. The account desk has the line: it stays open, so that whoever tries it at night finds it working.</summary>
public static class DemoHours
{
    public static IEnumerable<(string Desk, HoursPlan Hours)> Of(DateTimeOffset now)
    {
        var (first, last) = (new DateOnly(now.Year, 12, 29), new DateOnly(now.Year + 1, 1, 3));
        yield return ("technical", new(Weekdays(new("9:00", "12:00"), new("13:00", "18:00")), Holidays: [], Closures: [new(Day(first), Day(last), "年末年始はお休みします。", "We are closed over New Year.")]));
        yield return ("technical-en", new(Weekdays(new SpanPlan("17:00", "24:00"))));
    }

    private static WeekPlan Weekdays(params SpanPlan[] spans) => new(spans, spans, spans, spans, spans);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
