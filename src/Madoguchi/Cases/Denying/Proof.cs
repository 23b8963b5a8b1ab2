using Madoguchi.Shared;

namespace Madoguchi.Cases.Denying;

/// <summary>What a denial cites.</summary>
public static class Proof
{
    private const int Most = 20;

    public static IEnumerable<(string Pointer, string Why)> Errors(IReadOnlyList<Id<Finding>>? cites, IReadOnlyList<string>? articles, IReadOnlyList<Guid>? voices = null) =>
    [
        .. cites is { Count: > Most } ? [("/cites", $"At most {Most} findings.")] : Array.Empty<(string, string)>(),
        .. articles is { Count: > Most } ? [("/articles", $"At most {Most} articles.")] : Array.Empty<(string, string)>(),
        .. voices is { Count: > Most } ? [("/voices", $"At most {Most} voices.")] : Array.Empty<(string, string)>(),
    ];
}
