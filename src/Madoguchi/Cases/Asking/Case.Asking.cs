using Madoguchi.Cases.Facts;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases;

public enum AskRefusal { Unknown, WithAnotherDesk, AlreadyTold }

public sealed partial class Case
{
    /// <summary>A question is asked once, by anybody. What is known is shown instead, unless there is a reason: that stays in the house and is counted.</summary>
    public Result<Happening[], AskRefusal> Ask(QuestionAsked question, KnownFact? known, string? because, CurrentAgent agent, DateTimeOffset now)
    {
        if (!IsAnsweredBy(agent))
            return AskRefusal.WithAnotherDesk;
        if (known is not null && because is null)
            return AskRefusal.AlreadyTold;
        if (Answer(question, agent, now).Refused(out _, out var asked))
            return AskRefusal.WithAnotherDesk;

        return known is null ? [asked] : new[] { new AskedAgain(question.Fact, because!), asked }; // known and not refused: there is a reason
    }
}
