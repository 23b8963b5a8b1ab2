using System.Globalization;

namespace Madoguchi.Desks.Hours;

/// <summary>From one wall time to a later one of the same day, in minutes since midnight; the day ends at 24:00.</summary>
public readonly record struct OpenSpan(int From, int To)
{
    public const int Day = 24 * 60;
    public static readonly OpenSpan WholeDay = new(0, Day);

    public override string ToString() => $"{Wall(From)}–{Wall(To)}";

    /// <summary>9:00, 24:00.</summary>
    public static string Wall(int minutes) => $"{minutes / 60}:{minutes % 60:00}";

    /// <summary>Minutes of <c>9:00</c>, <c>09:00</c>, <c>９：００</c>, <c>24:00</c>; null when it is no time of a day.</summary>
    public static int? Minutes(string text)
    {
        var parts = text.Normalize(System.Text.NormalizationForm.FormKC).Trim().Split(':');
        if (parts is not [{ Length: 1 or 2 } hours, { Length: 2 } rest] || !int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out var h) || !int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var m))
            return null;
        return m < 60 && h * 60 + m <= Day ? h * 60 + m : null;
    }
}

/// <summary>Days out of the ordinary, both included: closed, or open for other spans.</summary>
/// <param name="Spans">None: closed all day.</param>
public sealed record Closure(DateOnly From, DateOnly To, string? Notice, string? NoticeInEnglish, IReadOnlyList<OpenSpan> Spans)
{
    public bool Covers(DateOnly date) => From <= date && date <= To;
}

public enum DayKind { Ordinary, Holiday, Special }

/// <summary>One day at the desk, and why it is as it is.</summary>
public sealed record OpenDay(DateOnly Date, IReadOnlyList<OpenSpan> Spans, DayKind Kind, Holiday? Holiday, Closure? Closure);
