using System.Xml;
using Madoguchi.Rules.Checking;
using Madoguchi.Shared;

namespace Madoguchi.Rules.Keeping;

/// <param name="Type">As the product sends it.</param>
public sealed record EventType(string Type);

/// <summary>A rule as it is written.</summary>
/// <param name="When">A.</param>
/// <param name="Then">B; none where at most one A is allowed.</param>
/// <param name="Within">T, as ISO 8601 (<c>PT60S</c>); only where A is followed by B.</param>
/// <param name="Key"><c>subject</c>, when left out, or a member of the data such as <c>data.account.id</c>.</param>
/// <param name="Kind"><c>followedBy</c> when left out.</param>
public sealed record NewRule(string Name, EventType When, EventType? Then = null, string? Within = null, string? Key = null, RuleKind? Kind = null) : IChecked
{
    public const int Longest = 90;

    internal RuleKind KindMeant => Kind ?? RuleKind.FollowedBy;

    internal long WithinMs => Span is { } span ? (long)span.TotalMilliseconds : 0;

    internal TimeSpan? Span => Read(Within);

    public IEnumerable<(string Pointer, string Why)> Errors() =>
        [.. Checks.Line("/name", Name), .. Checks.Line("/when/type", When.Type), .. Checks.Line("/then/type", Then?.Type), .. Fitting(), .. Keyed()];

    private IEnumerable<(string, string)> Fitting()
    {
        if (KindMeant is RuleKind.AtMostOne && Then is not null)
            yield return ("/then", "At most one: leave this out.");
        if (KindMeant is not RuleKind.AtMostOne && Then is null)
            yield return ("/then", "The other event is needed.");
        if (Then is not null && Then.Type == When.Type)
            yield return ("/then/type", "Two different types are needed. That there is at most one is a rule of its own: atMostOne.");
        if (KindMeant is not RuleKind.FollowedBy && Within is not null)
            yield return ("/within", "Only what follows has a time: leave this out.");
        if (KindMeant is RuleKind.FollowedBy && Span is null)
            yield return ("/within", $"A time such as PT60S is needed, of at most {Longest} days.");
    }

    private IEnumerable<(string, string)> Keyed()
    {
        if (Key is not null && !RuleKeys.IsField(Key))
            yield return ("/key", "subject, or a member of the data such as data.account.id.");
    }

    private static TimeSpan? Read(string? iso)
    {
        try
        {
            return iso is { Length: > 0 and < 40 } && XmlConvert.ToTimeSpan(iso) is var span && span >= TimeSpan.FromMilliseconds(1) && span <= TimeSpan.FromDays(Longest) ? span : null;
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException)
        {
            return null;
        }
    }
}
