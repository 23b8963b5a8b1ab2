using System.Collections.Concurrent;

namespace Madoguchi.Learning.Helping;

/// <summary>Every piece that stands in an article, by a number: kept once, however many articles have it. One learns at a time; everybody may look things up meanwhile.</summary>
public sealed class Vocabulary
{
    private readonly ConcurrentDictionary<string, int> numbers = new(StringComparer.Ordinal);
    private int count;

    public int Count => count;

    public int Learn(string piece) => numbers.GetOrAdd(piece, static (_, all) => all.count++, this);

    public int? Known(string piece) => numbers.TryGetValue(piece, out var number) ? number : null;
}
