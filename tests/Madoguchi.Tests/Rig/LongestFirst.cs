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
        "Durability.KilledTests", "Api.HostileTests+Bodies", "Api.OnceTests", "Api.MatrixTests", "Setup.StartTests", "Line.WholeDayTests", "Line.NextAtOnceTests", "Durability.", "Api.HostileTests", "Trackers.RedmineTests", "Rig.AppTests", "Search.ExactnessTests",
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
