using Madoguchi.Articles.Reviewing;
using Madoguchi.Learning.Staling;
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

    public static string Of(StaleReason reason, Tongue t) => reason.Why switch
    {
        StaleWhy.NotConfirmed => t[$"{reason.Days}日のあいだ、誰も確かめていません", $"nobody has checked it for {reason.Days} days"],
        StaleWhy.DidNotHelp => t[$"読んだ方{reason.Answers}人のうち{reason.InVain}人に役立ちませんでした", $"it did not help {reason.InVain} of {reason.Answers} readers"],
        StaleWhy.Fixed => t[$"書かれている「{reason.Names}」は、もう直っています", $"it names “{reason.Names}”, which is fixed by now"],
    };
}
