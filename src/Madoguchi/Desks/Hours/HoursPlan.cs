using System.Globalization;
using Madoguchi.Shared;

namespace Madoguchi.Desks.Hours;

/// <summary>A desk's hours as they are told and kept.</summary>
/// <param name="Holidays">The spans of public holidays; missing: they are days like others, empty: closed.</param>
/// <param name="Closures">Days out of the ordinary, with what customers are told about them.</param>
public sealed record HoursPlan(WeekPlan Week, IReadOnlyList<SpanPlan>? Holidays = null, IReadOnlyList<ClosurePlan>? Closures = null) : IChecked
{
    public const int MostClosures = 200;

    public IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. Enumerable.Range(0, 7).SelectMany(day => SpanPlan.Errors($"/week/{WeekPlan.Names[day]}", Week.Days[day])), .. SpanPlan.Errors("/holidays", Holidays),
        .. Week.Days.All(d => d is null or []) ? [("/week", "On at least one day the desk is open.")] : Array.Empty<(string, string)>(),
        .. Closures is { Count: > MostClosures } ? [("/closures", $"At most {MostClosures} closures.")] : (Closures ?? []).SelectMany((c, i) => c.Errors($"/closures/{i}")),
    ];

    public OpeningHours In(TimeZoneInfo zone) => new(zone, [.. Week.Days.Select(SpanPlan.Spans)], Holidays is null ? null : SpanPlan.Spans(Holidays), [.. (Closures ?? []).Select(c => c.Closure).OrderBy(c => c.From)]);
}

/// <summary>A day that is missing or empty is closed.</summary>
public sealed record WeekPlan(
    IReadOnlyList<SpanPlan>? Mon = null, IReadOnlyList<SpanPlan>? Tue = null, IReadOnlyList<SpanPlan>? Wed = null, IReadOnlyList<SpanPlan>? Thu = null,
    IReadOnlyList<SpanPlan>? Fri = null, IReadOnlyList<SpanPlan>? Sat = null, IReadOnlyList<SpanPlan>? Sun = null)
{
    public static readonly IReadOnlyList<string> Names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>Sunday first, as the calendar of the machine counts.</summary>
    internal IReadOnlyList<IReadOnlyList<SpanPlan>?> Days => [Sun, Mon, Tue, Wed, Thu, Fri, Sat];

    public static WeekPlan Of(IReadOnlyList<IReadOnlyList<SpanPlan>> days) => new(days[1], days[2], days[3], days[4], days[5], days[6], days[0]);
}

/// <param name="From"><c>9:00</c>, in the time of the house.</param>
/// <param name="To">Later on the same day; the day ends at <c>24:00</c>. A break is the gap between two spans.</param>
public sealed record SpanPlan(string From, string To)
{
    private const int Most = 10;

    internal static IReadOnlyList<OpenSpan> Spans(IReadOnlyList<SpanPlan>? told) =>
        [.. (told ?? []).Select(s => new OpenSpan(OpenSpan.Minutes(s.From) ?? 0, OpenSpan.Minutes(s.To) ?? 0)).OrderBy(s => s.From)];

    internal static IEnumerable<(string Pointer, string Why)> Errors(string at, IReadOnlyList<SpanPlan>? told)
    {
        if (told is { Count: > Most })
            return [(at, $"At most {Most} spans a day.")];
        var wrong = (told ?? []).Index().SelectMany(s => new[] { (s.Index, Member: "from", Text: s.Item.From), (s.Index, Member: "to", Text: s.Item.To) })
            .Where(t => OpenSpan.Minutes(t.Text) is null).Select(t => ($"{at}/{t.Index}/{t.Member}", "A time such as 9:00 is needed; the day ends at 24:00.")).ToList();
        if (wrong.Count > 0)
            return wrong;
        var spans = Spans(told);
        return spans.Any(s => s.From >= s.To) ? [(at, "Each span ends after it begins; over midnight it takes two.")]
            : spans.Zip(spans.Skip(1)).Any(s => s.First.To > s.Second.From) ? [(at, "These spans overlap.")] : [];
    }
}

/// <param name="From">The first day, <c>2026-12-29</c>.</param>
/// <param name="To">The last one; the first one when missing.</param>
/// <param name="Notice">What customers are told, beforehand and meanwhile.</param>
/// <param name="Spans">Open all the same, at other times; missing or empty: closed.</param>
public sealed record ClosurePlan(string From, string? To = null, string? Notice = null, string? NoticeInEnglish = null, IReadOnlyList<SpanPlan>? Spans = null)
{
    private const int LongestNotice = 500;

    internal Closure Closure => new(Day(From) ?? default, Day(To ?? From) ?? default, Words(Notice), Words(NoticeInEnglish), SpanPlan.Spans(Spans));

    internal IEnumerable<(string Pointer, string Why)> Errors(string at) =>
    [
        .. Day(From) is null ? [($"{at}/from", "A day such as 2026-12-29 is needed.")] : Array.Empty<(string, string)>(),
        .. To is not null && Day(To) is null ? [($"{at}/to", "A day such as 2027-01-03 is needed.")] : Array.Empty<(string, string)>(),
        .. Day(From) > Day(To ?? From) ? [($"{at}/to", "The last day is not before the first.")] : Array.Empty<(string, string)>(),
        .. Words(Notice) is { } notice ? Checks.Words($"{at}/notice", notice, LongestNotice) : [], .. Words(NoticeInEnglish) is { } english ? Checks.Words($"{at}/noticeInEnglish", english, LongestNotice) : [],
        .. SpanPlan.Errors($"{at}/spans", Spans),
    ];

    private static string? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : PlainText.Clean(text);

    // The years that a calendar on the wall may show: what reckons with days never leaves the calendar.
    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2200 ? day : null;
}
