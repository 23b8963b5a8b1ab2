using Madoguchi.Shared;

namespace Madoguchi.Desks;

/// <param name="Slug"><c>a-z 0-9 -</c>, at most 40 characters.</param>
/// <param name="Languages">BCP 47, the desk's own first.</param>
/// <param name="Words">What people say when they mean this desk.</param>
/// <param name="Phones">The desk's own telephone numbers.</param>
/// <param name="Technical">Other desks ask it what the records say.</param>
/// <param name="CheckHours">Open hours within which a promised check is told of; 4 when nothing is said.</param>
/// <param name="Reception">Gets stories told without a desk. The first desk is the reception until another is.</param>
public sealed record NewDesk(string Slug, string Name, IReadOnlyList<string> Languages, string? NameInEnglish = null, IReadOnlyList<string>? Products = null,
    string? Hours = null, string? HoursInEnglish = null, bool? Reception = null, int? SilenceHours = null, int? RingAfterMinutes = null, IReadOnlyList<string>? Origins = null,
    string? Greeting = null, string? GreetingInEnglish = null, string? Notice = null, string? NoticeInEnglish = null, string? FirstAnswer = null, string? FirstAnswerInEnglish = null,
    IReadOnlyList<string>? Words = null, IReadOnlyList<string>? Phones = null, bool? Technical = null, int? CheckHours = null, bool? NeedsApproval = null) : IChecked
{
    /// <summary>Everything but the slug can be changed later.</summary>
    public DeskChange Rest => new(Name, NameInEnglish, Languages, Products, Hours, HoursInEnglish, Reception, SilenceHours, RingAfterMinutes, Origins,
        Greeting, GreetingInEnglish, Notice, NoticeInEnglish, FirstAnswer, FirstAnswerInEnglish, Words, Phones, Technical, CheckHours, NeedsApproval);

    public IEnumerable<(string Pointer, string Why)> Errors()
    {
        if (Slug.Length is 0 or > 40 || !Slug.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-') || Slug.StartsWith('-') || Slug.EndsWith('-'))
            yield return ("/slug", "1 to 40 of a-z, 0-9 and hyphens, not at the ends.");
        foreach (var error in Rest.Errors())
            yield return error;
    }
}

/// <summary>What is named here changes; what is missing stays. An empty text takes the old one away.</summary>
public sealed record DeskChange(string? Name = null, string? NameInEnglish = null, IReadOnlyList<string>? Languages = null, IReadOnlyList<string>? Products = null,
    string? Hours = null, string? HoursInEnglish = null, bool? Reception = null, int? SilenceHours = null, int? RingAfterMinutes = null, IReadOnlyList<string>? Origins = null,
    string? Greeting = null, string? GreetingInEnglish = null, string? Notice = null, string? NoticeInEnglish = null, string? FirstAnswer = null, string? FirstAnswerInEnglish = null,
    IReadOnlyList<string>? Words = null, IReadOnlyList<string>? Phones = null, bool? Technical = null, int? CheckHours = null, bool? NeedsApproval = null) : IChecked
{
    private const int LongestNotice = 1_000;

    public IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. Checks.Line("/name", Name), .. Line("/nameInEnglish", NameInEnglish), .. Line("/hours", Hours), .. Line("/hoursInEnglish", HoursInEnglish),
        .. Long("/greeting", Greeting), .. Long("/greetingInEnglish", GreetingInEnglish), .. Long("/notice", Notice), .. Long("/noticeInEnglish", NoticeInEnglish),
        .. Line("/firstAnswer", FirstAnswer), .. Line("/firstAnswerInEnglish", FirstAnswerInEnglish),
        .. Languages is null ? [] : Languages.Count is 0 or > 20 ? [("/languages", "One to twenty languages are needed.")] : Languages.SelectMany((l, i) => Checks.Language($"/languages/{i}", l)),
        .. Products is { Count: > 200 } ? [("/products", "At most 200 products.")] : (Products ?? []).SelectMany((p, i) => Checks.Line($"/products/{i}", p)),
        .. Words is { Count: > 500 } ? [("/words", "At most 500 words.")] : (Words ?? []).SelectMany((w, i) => Checks.Line($"/words/{i}", w, 60)),
        .. Phones is { Count: > 100 } ? [("/phones", "At most 100 numbers.")] : (Phones ?? []).SelectMany((p, i) => IsPhone(p) ? Checks.Line($"/phones/{i}", p, 40) : [($"/phones/{i}", "This is not a telephone number.")]),
        .. (Origins ?? []).SelectMany((o, i) => IsOrigin(o) ? Array.Empty<(string, string)>() : [($"/origins/{i}", "An origin is scheme://host[:port].")]),
        .. Reception is false ? [("/reception", "Make another desk the reception: there is always one.")] : Array.Empty<(string, string)>(),
        .. SilenceHours is < 1 or > 24 * 365 ? [("/silenceHours", "1 to 8760 hours.")] : Array.Empty<(string, string)>(),
        .. CheckHours is < 1 or > 24 * 14 ? [("/checkHours", "1 to 336 hours.")] : Array.Empty<(string, string)>(),
        .. RingAfterMinutes is < 1 or > 24 * 60 ? [("/ringAfterMinutes", "1 to 1440 minutes.")] : Array.Empty<(string, string)>(),
    ];

    private static IEnumerable<(string Pointer, string Why)> Line(string at, string? text) => text is "" ? [] : Checks.Line(at, text);

    private static IEnumerable<(string Pointer, string Why)> Long(string at, string? text) => text is null or "" ? [] : Checks.Words(at, text, LongestNotice);

    private static bool IsPhone(string number) => number.Count(char.IsDigit) is >= 3 and <= 20 && !number.Any(char.IsLetter);

    private static bool IsOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") && uri.GetLeftPart(UriPartial.Authority) == origin;
}
