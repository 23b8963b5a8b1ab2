using Madoguchi.Shared;

namespace Madoguchi.Voices.Deciding;

/// <summary>A text to decide with, as the house has written it; without one, the built-in stands.</summary>
public sealed class DecisionText
{
    public required string Slug { get; init; }
    public required VoiceState State { get; set; }
    public required string Ja { get; set; }
    public required string En { get; set; }
    public required DateTimeOffset ChangedAt { get; set; }
    public required string ByName { get; set; }
}

/// <param name="Slug">Its name in addresses.</param>
/// <param name="State">The decision that it is for.</param>
public sealed record DecisionWords(string Slug, VoiceState State, string Ja, string En)
{
    /// <summary>What the trackers' decisions say when nobody has written anything.</summary>
    public const string Planned = "planned", Fixed = "fixed", FixedIn = "fixed-in-version", No = "honest-no";

    /// <summary>What stands in braces is filled in: {title}, {version}, {why}, {instead}, {count}.</summary>
    public static readonly IReadOnlyList<DecisionWords> BuiltIn =
    [
        new(FixedIn, VoiceState.Fixed, "お知らせいただいた不具合を、バージョン {version} で直しました。お手数ですが、更新してお確かめください。教えてくださり、ありがとうございました。",
            "The fault that you told us about is fixed in version {version}. Please update and see. Thank you for telling us."),
        new(Fixed, VoiceState.Fixed, "お知らせいただいたことを直しました。教えてくださり、ありがとうございました。", "What you told us about is fixed. Thank you for telling us."),
        new(Planned, VoiceState.Planned, "お寄せいただいた声を受けて、取りかかることにしました。できあがりましたら、あらためてお知らせします。", "Because you and others asked, we have decided to work on it. We will tell you when it is done."),
        new(No, VoiceState.WontFix, "「{title}」というお声を、{count}名の方からいただきました。検討しましたが、今回は対応しないことにしました。{why}\n\n代わりにできること: {instead}\n\nご期待に沿えず申し訳ありません。お寄せくださった内容は、記録として残します。",
            "{count} customers asked us for this: “{title}”. We have looked into it and will not do it. {why}\n\nWhat you can do instead: {instead}\n\nWe are sorry that this is not the answer you hoped for. What you told us stays on record."),
        new("no-and-why", VoiceState.WontFix, "お声をいただき、ありがとうございます。できないことは、できないとお伝えします。{why} そのため、「{title}」は行いません。{instead}", "Thank you for asking. What we cannot do, we say plainly: {why} For that reason we will not do “{title}”. {instead}"),
        new("as-designed", VoiceState.WontFix, "「{title}」は、不具合ではなく、そのように作っています。{why} {instead}", "“{title}” is not a fault: it is made that way. {why} {instead}"),
    ];

    public static IReadOnlyList<string> Names { get; } = ["title", "version", "why", "instead", "count"];

    /// <summary>Filled in as far as it is known; what is not, stays for whoever decides to write.</summary>
    public Bilingual With(IReadOnlyDictionary<string, string> known) => new(Fill(Ja, known), Fill(En, known));

    // In one go: what stands in a value is never taken for a place.
    private static string Fill(string text, IReadOnlyDictionary<string, string> known)
    {
        var parts = text.Split('{');
        return parts[0] + string.Concat(parts.Skip(1).Select(part => part.IndexOf('}', StringComparison.Ordinal) is >= 0 and var end && known.TryGetValue(part[..end], out var value) ? value + part[(end + 1)..] : "{" + part));
    }

    /// <summary>As a reader would get it, with examples in its places.</summary>
    public Bilingual Shown => new(Fill(Ja, Examples.ToDictionary(e => e.Key, e => e.Value.Ja)), Fill(En, Examples.ToDictionary(e => e.Key, e => e.Value.En)));

    /// <summary>What stands in braces like a place and is none.</summary>
    public IEnumerable<string> Unknown => $"{Ja}{En}".Split('{').Skip(1).Select(part => part.IndexOf('}', StringComparison.Ordinal) is > 0 and < 20 and var end ? part[..end] : null).OfType<string>().Where(p => p.All(char.IsAsciiLetter) && !Names.Contains(p)).Distinct();

    private static readonly Dictionary<string, (string Ja, string En)> Examples = new()
    {
        ["title"] = ("明細を紙でも受け取りたい", "Statements on paper, too"), ["version"] = ("1.0.1", "1.0.1"), ["count"] = ("12", "12"),
        ["why"] = ("紙の明細は、届くまでに住所の変わる方が多く、ほかの方に渡るおそれがあるためです。", "Many people move before paper reaches them, and it could end up with somebody else."),
        ["instead"] = ("明細のページから、PDFで保存し、印刷していただけます。", "On the page of statements you can save them as a PDF, and print them."),
    };

    /// <summary>Places that nobody has filled in: such a text is not sent.</summary>
    public static IEnumerable<string> LeftOpen(string? text) => Names.Where(n => text?.Contains($"{{{n}}}", StringComparison.Ordinal) == true);
}
