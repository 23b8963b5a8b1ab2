using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Care.Straining;

public enum AdviceAnswer { Taken, Later }

public enum AdviceRefusal { NothingSuggested }

/// <param name="Again">When it may be suggested again.</param>
public sealed record AdviceAnswered(AdviceAnswer Answer, DateTimeOffset? Again = null);

/// <summary>A break that was suggested to an agent, and what they said. One row a person: the last one.</summary>
public sealed class BreakAdvice
{
    /// <summary>"Later" is later …</summary>
    public static readonly TimeSpan Later = TimeSpan.FromMinutes(30);

    /// <summary>… and who has just rested is not sent to rest again.</summary>
    public static readonly TimeSpan AfterRest = TimeSpan.FromMinutes(60);

    public required Id<Agent> AgentId { get; init; }
    public required DateTimeOffset At { get; set; }
    public required StrainReason Because { get; set; }
    public AdviceAnswer? Answer { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }

    public bool IsOpen => Answer is null;

    /// <summary>Why a break is suggested now; nothing while it need not be.</summary>
    /// <param name="before">The last suggestion.</param>
    public static StrainReason? Of(Strain strain, BreakAdvice? before, DateTimeOffset now)
    {
        if (strain.StretchMinutes == 0 || before is { IsOpen: true } || (before is { Answer: { } answer, AnsweredAt: { } at } && now < at + (answer is AdviceAnswer.Later ? Later : AfterRest)))
            return null;
        return strain.Level is StrainLevel.High ? strain.Reasons[0] : strain.StretchMinutes >= 120 ? StrainReason.LongStretch : null;
    }

    /// <summary>False: there was nothing to answer any more.</summary>
    public bool Reply(AdviceAnswer answer, DateTimeOffset now)
    {
        if (Answer == answer)
            return true;
        if (!IsOpen)
            return false;
        (Answer, AnsweredAt) = (answer, now);
        return true;
    }
}
