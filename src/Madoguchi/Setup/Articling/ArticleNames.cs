using Madoguchi.Articles.Reviewing;
using Madoguchi.Shared;

namespace Madoguchi.Setup.Articling;

/// <summary>What the states of an article are called.</summary>
public static class ArticleNames
{
    public static string Of(DraftState state, Tongue t) => state switch
    {
        DraftState.Writing => t["書いている途中", "Being written"],
        DraftState.Asked => t["読んでもらうのを待っています", "Waits for a second reader"],
        DraftState.Returned => t["戻ってきました", "Given back"],
    };
}
