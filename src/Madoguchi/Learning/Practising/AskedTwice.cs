using Madoguchi.Cases.Asking;
using Madoguchi.Cases.Facts;
using Madoguchi.Shared;

namespace Madoguchi.Learning.Practising;

/// <summary>What an answer asks for although it was told.</summary>
public static class AskedTwice
{
    public static IReadOnlyList<ToldFact> In(string answer, IReadOnlyList<ToldFact> known)
    {
        var words = new Words(new Dictionary<string, Cases.IntakeQuestion>(), Tongue.Japanese);
        var asked = AskedIn.Keys(answer, Synonyms.Keys.Concat(known.Select(k => k.Key)).Distinct().ToDictionary(k => k, words.Called));
        return [.. known.Where(k => asked.Contains(k.Key)).DistinctBy(k => k.Key)];
    }
}
