using Madoguchi.Tests.Rig;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Madoguchi.Tests.Rig;

/// <summary>What takes minutes begins at once: begun last, it would run alone at the end while the other cores wait.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        // One call after the other, for minutes: whatever else runs, these take as long as they take.
        "Api.MatrixTests", "Api.OnceTests", "Api.HostileTests",
        // Clients who never rest: the fewer others run beside them, the sooner they have written enough.
        "Durability.KilledTests", "Setup.StartTests", "Line.WholeDayTests", "Line.NextAtOnceTests", "Durability.", "Rig.AppTests", "Search.ExactnessTests",
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : notnull, ITestCollection => [.. testCollections.OrderBy(Turn)];

    private static int Turn<TTestCollection>(TTestCollection collection)
        where TTestCollection : ITestCollection
    {
        var turn = Array.FindIndex(Long, l => collection.TestCollectionDisplayName.Contains($"Madoguchi.Tests.{l}", StringComparison.Ordinal));
        return turn < 0 ? Long.Length : turn;
    }
}
