using System.Text.RegularExpressions;
using Madoguchi.Shared;

namespace Madoguchi.Guides;

/// <param name="At">JSON pointer into the content.</param>
public sealed record GuideFault(string At, Bilingual Why);

/// <summary>What a guide must be so that it can be walked.</summary>
public static partial class GuideRules
{
    public const int MostWays = 20;
    public const int MostSteps = 50;
    public const int MostSigns = 100;
    public const int MostVariants = 10;
    public const int LongestText = 4_000;
    private const int LongestLine = 300;
    private const double Week = 7 * 24 * 60;

    public static IEnumerable<GuideFault> Broken(GuideContent guide) =>
    [
        .. Line("/title", guide.Title), .. guide.Signs is { } signs ? Signs(signs) : [],
        .. guide.Ways.Count is 0 or > MostWays ? [Fault("/ways", $"方法を1つから{MostWays}つまで書いてください。", $"Between one and {MostWays} ways are needed.")] : Array.Empty<GuideFault>(),
        .. guide.Ways.SelectMany((way, i) => Way($"/ways/{i}", way)),
        .. guide.Ways.Index().GroupBy(w => w.Item.Slug).SelectMany(g => g.Skip(1)).Select(w => Fault($"/ways/{w.Index}/slug", "同じ名前の方法がもうあります。", "There is another way of this name.")),
    ];

    private static IEnumerable<GuideFault> Way(string at, Way way) =>
    [
        .. Slug().IsMatch(way.Slug) ? Array.Empty<GuideFault>() : [Fault(at + "/slug", "英小文字・数字・ハイフンで60字までにしてください。", "Up to 60 of a-z, 0-9 and hyphens.")],
        .. Line(at + "/title", way.Title), .. Minutes(at + "/minutes", way.Minutes), .. way.RiskMinutes is { } weight ? Minutes(at + "/riskMinutes", weight) : [],
        .. way.Risk is { } risk ? Line(at + "/risk", risk) : [], .. way.Needs is { } needs ? Line(at + "/needs", needs) : [],
        .. way.Steps.Count is 0 or > MostSteps ? [Fault(at + "/steps", $"手順を1つから{MostSteps}まで書いてください。", $"Between one and {MostSteps} steps are needed.")] : Array.Empty<GuideFault>(),
        .. way.Steps.SelectMany((step, i) => Step($"{at}/steps/{i}", step)),
    ];

    private static IEnumerable<GuideFault> Step(string at, Step step) =>
    [
        .. Words(at + "/text", step.Text), .. step.How is { } how ? Words(at + "/how", how) : [],
        .. step.Picture is { } picture ? Picture(at + "/picture", picture) : [],
        .. step.Variants is { Count: > MostVariants } ? [Fault(at + "/variants", $"機種は{MostVariants}までです。", $"At most {MostVariants} devices.")] : Array.Empty<GuideFault>(),
        .. (step.Variants ?? []).SelectMany((v, i) => Line($"{at}/variants/{i}/device", v.Device).Concat(Words($"{at}/variants/{i}/text", v.Text))),
    ];

    private static IEnumerable<GuideFault> Picture(string at, StepPicture picture)
    {
        foreach (var address in new[] { picture.Address.Ja, picture.Address.En }.OfType<string>().Where(a => a.Length > 0 && !OurPicture().IsMatch(a)).Distinct())
            yield return Fault(at + "/address", $"ここに保存した画像だけが使えます: {PlainText.Preview(address, 60)}", $"Only pictures kept here can be shown: {PlainText.Preview(address, 60)}");
        if (picture.Address.IsEmpty)
            yield return Fault(at + "/address", "画像の場所が書かれていません。", "The picture's address is missing.");
        foreach (var fault in picture.Says is { } says ? Line(at + "/says", says) : [])
            yield return fault;
    }

    private static IEnumerable<GuideFault> Signs(Signs signs) =>
        new[] { ("products", signs.Products), ("errors", signs.Errors), ("words", signs.Words) }.SelectMany(list => (list.Item2 ?? []) switch
        {
            { Count: > MostSigns } => [Fault($"/signs/{list.Item1}", $"{MostSigns}までです。", $"At most {MostSigns}.")],
            var some => some.SelectMany((sign, i) => Line($"/signs/{list.Item1}/{i}", new(sign, sign))),
        });

    private static IEnumerable<GuideFault> Minutes(string at, double minutes) => minutes is > 0 and <= Week ? [] : [Fault(at, "0より大きい分数を書いてください。", "Minutes, more than none and at most a week.")];

    private static IEnumerable<GuideFault> Line(string at, Bilingual said) =>
        said.IsEmpty ? [Missing(at)] : Both(at, said, text => text.Length > LongestLine ? TooLong(at, LongestLine)
            : PlainText.HasDisguise(text) ? Fault(at, "改行や見えない文字は使えません。", "Line breaks, control and direction signs are not allowed here.") : null);

    private static IEnumerable<GuideFault> Words(string at, Bilingual said) => said.IsEmpty ? [Missing(at)] : Both(at, said, text => text.Length > LongestText ? TooLong(at, LongestText) : null);

    private static IEnumerable<GuideFault> Both(string at, Bilingual said, Func<string, GuideFault?> wrong) =>
        new[] { said.Ja, said.En }.OfType<string>().Distinct().Select(wrong).OfType<GuideFault>().Take(1);

    private static GuideFault Missing(string at) => Fault(at, "日本語か英語で何か書いてください。", "Say something here, in Japanese or in English.");

    private static GuideFault TooLong(string at, int most) => Fault(at, $"{most:N0}字までです。", $"At most {most} characters.");

    private static GuideFault Fault(string at, string ja, string en) => new(at, new(ja, en));

    // Words that our own addresses take.
    private static readonly string[] Reserved = ["new", "unclear", "pictures"];

    /// <summary>What may stand in an address.</summary>
    public static bool IsSlug(string text) => Slug().IsMatch(text) && !Reserved.Contains(text);

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Slug();

    [GeneratedRegex("^/guides/pictures/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", RegexOptions.CultureInvariant)]
    private static partial Regex OurPicture();
}
