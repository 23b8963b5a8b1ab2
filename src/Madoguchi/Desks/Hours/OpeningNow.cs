using Madoguchi.Shared;

namespace Madoguchi.Desks.Hours;

/// <summary>What a customer wants to know about the hours at this moment.</summary>
/// <param name="Until">It closes then, be it for lunch; nothing when it never closes.</param>
/// <param name="OpensAt">Closed until then; nothing when nobody knows.</param>
/// <param name="Announced">Days out of the ordinary that are near, or now.</param>
public sealed record OpeningNow(bool IsAlways, bool IsOpen, DateTimeOffset? Until, DateTimeOffset? OpensAt, Closure? Announced)
{
    /// <summary>Told two weeks before it begins.</summary>
    private const int Ahead = 14;

    public static OpeningNow Of(OpeningHours clock, DateTimeOffset now)
    {
        var (open, today) = (clock.IsOpen(now), clock.DayOf(now));
        return new(clock.IsAlways, open, clock.Closing(now), open ? null : clock.NextOpening(now), clock.Closures.FirstOrDefault(c => c.From <= today.AddDays(Ahead) && today <= c.To));
    }
}

public static class ClosureWords
{
    /// <summary>12月29日(火)–1月3日(日)は休業します。</summary>
    public static string Of(Closure closure, Tongue t)
    {
        var days = closure.From == closure.To ? Day(closure.From, t) : $"{Day(closure.From, t)}–{Day(closure.To, t)}";
        return HoursLine.Spans(closure.Spans, t) is { } spans ? t[$"{days}は {spans} の受付です。", $"{days}: open {spans}."] : t[$"{days}は休業します。", $"Closed {days}."];
    }

    public static string? NoticeIn(this Closure closure, Tongue t) => t[closure.Notice ?? closure.NoticeInEnglish ?? "", closure.NoticeInEnglish ?? closure.Notice ?? ""] is { Length: > 0 } words ? words : null;

    private static string Day(DateOnly day, Tongue t) => day.ToString(t["M月d日(ddd)", "ddd d MMM"], t.Culture);
}
