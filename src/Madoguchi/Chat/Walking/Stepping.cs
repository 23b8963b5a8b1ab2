using System.Globalization;
using Madoguchi.Chat.Talking;
using Madoguchi.Guides.Walking;
using Madoguchi.Shared;

namespace Madoguchi.Chat.Walking;

/// <summary>What a tap on the step's card says.</summary>
/// <param name="Act"><c>answer</c>, <c>result</c>, <c>agree</c>, <c>another</c>, <c>resume</c> or <c>stop</c>.</param>
public sealed record Stepping(string Act, string Way, int Step, StepAnswer? Answer, bool? Solved, string? Words)
{
    /// <summary>Nothing, when no card of ours can have said so.</summary>
    public static Stepping? Of(Posted posted)
    {
        var act = posted.Written("act") ?? posted["do"];
        var words = posted.Written("words");
        if (posted["way"].Length is 0 or > 60 || !int.TryParse(posted["step"], NumberStyles.None, CultureInfo.InvariantCulture, out var step) || words?.Length > NewAnswer.LongestWords)
            return null;
        var answer = posted["answer"] switch { "done" => StepAnswer.Done, "failed" => StepAnswer.Failed, "unclear" => StepAnswer.Unclear, _ => (StepAnswer?)null };
        var solved = bool.TryParse(posted["solved"], out var helped) ? helped : (bool?)null;
        var stepping = new Stepping(act, posted["way"], step, answer, solved, answer is StepAnswer.Unclear && words is not null ? PlainText.Clean(words) : null);
        return act switch
        {
            "answer" => answer is null ? null : stepping,
            "result" => solved is null ? null : stepping,
            "agree" or "another" or "resume" or "stop" => stepping,
            _ => null,
        };
    }
}
