using Madoguchi.Cases.Wording;
using Madoguchi.Shared;

namespace Madoguchi.Voices.Showing;

/// <summary>Which voices, in which order.</summary>
/// <param name="Words">Each of them stands in the title, the product or the error text.</param>
public sealed record VoicesAsked(string? Sort = null, VoiceKind? Kind = null, string? Product = null, VoiceState? State = null, string? Words = null)
{
    public const string ByTemperature = "temperature";
    public static readonly IReadOnlyList<string> Sorts = [ByTemperature, "recent", "count", "trend", "waiting"];

    /// <summary>From the address; or what is wrong with it.</summary>
    public static VoicesAsked? Read(string? sort, string? kind, string? product, string? state, string? q, out (string At, string Why) wrong)
    {
        wrong = sort is { Length: > 0 } && !Sorts.Contains(sort) ? ("sort", $"One of {string.Join(", ", Sorts)}.")
            : kind is { Length: > 0 } && Named<VoiceKind>(kind) is null ? ("kind", "defect, wish or complaint.")
            : state is { Length: > 0 } && Named<VoiceState>(state) is null ? ("state", "open, planned, fixed or wontFix.")
            : IsTooMuch(product) ? ("product", $"At most {PlainText.Line} characters that can be stored.")
            : IsTooMuch(q) ? ("q", $"At most {PlainText.Line} characters that can be stored.")
            : default;
        return wrong != default ? null : new(Empty(sort), Named<VoiceKind>(kind), Empty(product), Named<VoiceState>(state), Empty(q));
    }

    public IEnumerable<VoiceView> Of(IEnumerable<VoiceView> voices)
    {
        var words = Words is null ? [] : Folded.Plain(Words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var product = Product is null ? null : Folded.Plain(Product);
        return Sorted(voices.Where(v => (Kind is null || v.Kind == Kind) && (State is null || v.State == State) && (product is null || Folded.Plain(v.Product ?? "") == product)
            && words.All(w => Folded.Plain($"{v.Title} {v.Product} {v.ErrorText}").Contains(w, StringComparison.Ordinal))));
    }

    private IEnumerable<VoiceView> Sorted(IEnumerable<VoiceView> voices) => (Sort switch
    {
        "recent" => voices.OrderByDescending(v => v.LastAt ?? v.CreatedAt),
        "count" => voices.OrderByDescending(v => v.Customers).ThenByDescending(v => v.Cases),
        "trend" => voices.OrderByDescending(v => v.Trend),
        "waiting" => voices.OrderByDescending(v => v.WaitingDays ?? -1),
        _ => voices.OrderByDescending(v => v.Temperature),
    }).ThenByDescending(v => v.Temperature).ThenByDescending(v => v.CreatedAt).ThenBy(v => v.VoiceId.Value);

    private static bool IsTooMuch(string? text) => text is { Length: > PlainText.Line } || (text is not null && !PlainText.IsStorable(text));

    private static string? Empty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    // As on the wire alone: no numbers, no other case.
    private static T? Named<T>(string? text)
        where T : struct, Enum =>
        text is { Length: > 0 } && char.IsAsciiLetterLower(text[0]) && Enum.TryParse<T>(char.ToUpperInvariant(text[0]) + text[1..], out var named) && Enum.IsDefined(named) ? named : null;
}
