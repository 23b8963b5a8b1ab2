using Madoguchi.Shared;

namespace Madoguchi.Learning.Staling;

public static class StaleWords
{
    /// <summary>Why an article should be looked at again, for whoever looks.</summary>
    public static string Of(StaleReason reason, Tongue t) => reason.Why switch
    {
        StaleWhy.NotConfirmed => t[$"{reason.Days}日のあいだ、誰も確かめていません", $"nobody has checked it for {reason.Days} days"],
        StaleWhy.DidNotHelp => t[$"読んだ方{reason.Answers}人のうち{reason.InVain}人に役立ちませんでした", $"it did not help {reason.InVain} of {reason.Answers} readers"],
        StaleWhy.Fixed => t[$"書かれている「{reason.Names}」は、もう直っています", $"it names “{reason.Names}”, which is fixed by now"],
    };
}
