using Madoguchi.Articles;
using Madoguchi.Cases.Wording;
using Madoguchi.Learning.Helping;

namespace Madoguchi.Learning.Staling;

public enum StaleWhy { NotConfirmed, DidNotHelp, Fixed }

/// <summary>Why an article should be looked at again.</summary>
/// <param name="Days">How long nobody has said that it is true.</param>
/// <param name="InVain">How often it did not help since, of so many answers.</param>
/// <param name="Names">What it names and what is fixed by now.</param>
public sealed record StaleReason(StaleWhy Why, int Days = 0, int InVain = 0, int Answers = 0, string? Names = null);

/// <param name="ErrorText">As customers see it, numbers folded.</param>
public sealed record FixedSince(string ErrorText, string? Version, DateTimeOffset At);

/// <summary>After how many days without anybody's word an article is looked at again (<c>Madoguchi:Learning:StaleAfterDays</c>).</summary>
public sealed record StaleAfter(int Days)
{
    public const int Otherwise = 180;
}

/// <summary>An article is believed until there is a reason not to.</summary>
public static class Staleness
{
    private const int TooOften = 3;

    public static IReadOnlyList<StaleReason> Of(Article article, Answered answers, IEnumerable<FixedSince> repaired, StaleAfter after, DateTimeOffset now)
    {
        var reasons = new List<StaleReason>();
        var days = (int)(now - article.TrueSince).TotalDays;
        if (days >= after.Days)
            reasons.Add(new(StaleWhy.NotConfirmed, Days: days));
        if (answers.InVain >= TooOften && answers.InVain > answers.Yes)
            reasons.Add(new(StaleWhy.DidNotHelp, InVain: answers.InVain, Answers: answers.Yes + answers.InVain));
        var said = Folded.Plain(string.Join('\n', article.TitleJa, article.TitleEn, article.TextJa, article.TextEn));
        foreach (var one in repaired.Where(r => r.At > article.TrueSince && IsNamed(Folded.Plain(r.ErrorText), said)))
            reasons.Add(new(StaleWhy.Fixed, Names: one.Version is null ? one.ErrorText : $"{one.ErrorText} ({one.Version})"));
        return reasons;
    }

    /// <summary>An error text stands in a text when all of it does but its numbers, which differ from one customer to the next (<c>#</c>). Both are folded.</summary>
    public static bool IsNamed(string error, string text) =>
        error.Split('#', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(p => p.Length > 2).ToList() is { Count: > 0 } parts && parts.All(p => text.Contains(p, StringComparison.Ordinal));
}
