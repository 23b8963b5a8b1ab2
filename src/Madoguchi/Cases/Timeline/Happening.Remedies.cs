using Madoguchi.Shared;

namespace Madoguchi.Cases.Timeline;

/// <summary>A remedy was decided on (補償の申請): by whom, which, and why. Below a limit it is granted at once, and that is the next entry.</summary>
/// <param name="Reason">For the house.</param>
/// <param name="Waits">It is above the asker's limit: a second person decides.</param>
public sealed record RemedyAsked(Guid Grant, string Remedy, InBoth Name, string Reason, long? Amount = null, string? Unit = null, bool? Waits = null) : Happening
{
    public string Of(Tongue t) => RemedyGranted.Title(Name, Amount, Unit, t);
}

/// <summary>The second person said no.</summary>
/// <param name="Words">Why, for the house.</param>
public sealed record RemedyDeclined(Guid Grant, string Remedy, InBoth Name, string Words, long? Amount = null, string? Unit = null) : Happening
{
    public string Of(Tongue t) => RemedyGranted.Title(Name, Amount, Unit, t);
}

/// <summary>The customer gets something for what went wrong, and reads so.</summary>
/// <param name="Sort"><c>reward</c>, <c>extension</c>, <c>fee</c>, <c>apology</c> or <c>other</c>: how it is said.</param>
/// <param name="Amount">In whole units.</param>
/// <param name="Unit"><c>JPY</c>, <c>days</c>, or as the catalogue calls it.</param>
/// <param name="Next">What happens next, where the catalogue has words of its own for it.</param>
public sealed record RemedyGranted(Guid Grant, string Remedy, string Sort, InBoth Name, long? Amount = null, string? Unit = null, InBoth? Next = null) : Happening
{
    public const string Days = "days";

    /// <summary>"Fee for unusable days: ¥3,000".</summary>
    public string Of(Tongue t) => Title(Name, Amount, Unit, t);

    /// <summary>Kindly, and without a condition.</summary>
    public string Said(Tongue t) => Sort switch
    {
        "apology" => t["このたびはご迷惑をおかけし、申し訳ありませんでした。心よりお詫び申し上げます。", "We are sorry for what happened, and for the trouble that it gave you."],
        "extension" => t["このたびはご不便をおかけしました。期限を延長いたしました。", "We are sorry for the trouble. We have extended your deadline."],
        "fee" => t["お使いになれなかった日数分の料金をお返しします。ご不便をおかけし、申し訳ありませんでした。", "We pay back the fee for the days on which you could not use it. We are sorry for the trouble."],
        "reward" => t["特典をお渡しします。お待たせして申し訳ありませんでした。", "The reward is yours. We are sorry that you had to wait for it."],
        _ => t["このたびはご不便をおかけし、申し訳ありませんでした。次のとおりご用意いたしました。", "We are sorry for the trouble. This is what we do for you."],
    };

    /// <summary>Nothing is left for the customer to do.</summary>
    public string Then(Tongue t) => Next?.In(t) is { Length: > 0 } own ? own : Sort is "apology" ? ""
        : t["お手続きは要りません。このあとのことは、このページでお知らせします。", "There is nothing that you need to do. What comes next will be told on this page."];

    public static string Title(InBoth name, long? amount, string? unit, Tongue t) => Sum(amount, unit, t) is { } sum ? t[$"{name.In(t)} {sum}", $"{name.In(t)}: {sum}"] : name.In(t);

    /// <summary>As people write it: ¥3,000, 14 days.</summary>
    public static string? Sum(long? amount, string? unit, Tongue t) => (amount, unit) switch
    {
        (null, _) => null,
        ({ } sum, "JPY") => t[$"{sum.ToString("N0", t.Culture)}円", $"¥{sum.ToString("N0", t.Culture)}"],
        ({ } days, Days) => t[$"{days.ToString("N0", t.Culture)}日", days == 1 ? "1 day" : $"{days.ToString("N0", t.Culture)} days"],
        ({ } sum, null) => sum.ToString("N0", t.Culture),
        ({ } sum, { } other) => $"{sum.ToString("N0", t.Culture)} {other}",
    };
}
