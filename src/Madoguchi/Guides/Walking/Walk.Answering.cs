using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;

namespace Madoguchi.Guides.Walking;

/// <summary>Why a walk stays where it is.</summary>
public enum WalkRefusal { Unknown, WithAnotherDesk, NoGuide, NoWay, NoStep, OutOfOrder, ToldOtherwise, NoOtherWay, Ended }

public sealed partial class Walk
{
    /// <summary>An answer to a step moves the walk on. The same answer to the same step again changes nothing; the first step of another way begins that way.</summary>
    /// <param name="before">What was answered to this step last.</param>
    /// <param name="lastEntry">Of the case.</param>
    public Result<IReadOnlyList<Happening>, WalkRefusal> Answer(GuideContent guide, string way, int step, StepAnswer answer, string? words, WalkAnswer? before, int lastEntry, DateTimeOffset now)
    {
        if (guide.Way(way) is not { } walked)
            return WalkRefusal.NoWay;
        if (step < 0 || step >= walked.Steps.Count)
            return WalkRefusal.NoStep;
        var isHere = IsActive && way == Way && step == Step && Place is not WalkPlace.Outcome;
        if (before?.Answer == answer && (!isHere || (answer is StepAnswer.Unclear && (words ?? before.Words) == before.Words)))
            return Array.Empty<Happening>();
        if (!IsActive)
            return WalkRefusal.Ended;
        if (!isHere && (step > 0 || way == Way || Tried.Contains(way)))
            return WalkRefusal.OutOfOrder;

        if (way != Way)
            Turn(walked, lastEntry);
        State = WalkState.Walking;
        Place = WalkPlace.Step; // who answers for its first step has agreed to the way's risk
        var answered = new StepAnswered(Id.Value, way, step, walked.Steps.Count, Spelled(answer), Both(walked.Steps[step].Text), words);
        switch (answer)
        {
            case StepAnswer.Done when step + 1 < walked.Steps.Count:
                Step++;
                break;
            case StepAnswer.Done:
                Place = WalkPlace.Outcome;
                break;
            case StepAnswer.Failed:
                return new Happening[] { answered, new WayTried(Id.Value, way, Both(walked.Title), false) }.Concat(InVain(guide, way, lastEntry, now)).ToList();
        }

        return new Happening[] { answered };
    }

    /// <summary>Whether a way has helped: told once. The same again changes nothing. A walk that was stopped still learns what came of it.</summary>
    public Result<IReadOnlyList<Happening>, WalkRefusal> Tell(GuideContent guide, string way, bool solved, int lastEntry, DateTimeOffset now)
    {
        if (guide.Way(way) is not { } walked)
            return WalkRefusal.NoWay;
        if (Tried.Contains(way) || (State is WalkState.Solved && way == Way))
            return solved == (State is WalkState.Solved && way == Way) ? Array.Empty<Happening>() : WalkRefusal.ToldOtherwise;
        if (State is WalkState.Solved)
            return WalkRefusal.Ended;

        var tried = new WayTried(Id.Value, way, Both(walked.Title), solved);
        if (!solved)
            return new Happening[] { tried }.Concat(InVain(guide, way, lastEntry, now)).ToList();
        (Way, State, EndedAt) = (way, WalkState.Solved, now);
        return new Happening[] { tried, new WalkEnded(Id.Value, Both(guide.Title), WalkEnded.Solved) };
    }

    private List<Happening> InVain(GuideContent guide, string way, int lastEntry, DateTimeOffset now)
    {
        Tried = [.. Tried, way];
        Aside = [.. Aside.Where(a => a != way)];
        if (!IsActive || way != Way)
            return [];
        if (Next() is { } next)
        {
            Enter(guide.Way(next)!, lastEntry); // the order was made of this version's ways
            return [];
        }

        (State, EndedAt) = (WalkState.Exhausted, now);
        return [new WalkEnded(Id.Value, Both(guide.Title), WalkEnded.Exhausted)];
    }

    internal static InBoth Both(Bilingual said) => new(Plain(said.Ja), Plain(said.En));

    private static string? Plain(string? text) => string.IsNullOrWhiteSpace(text) ? null : Marked.Plain(text);

    private static string Spelled(StepAnswer answer) => answer switch
    {
        StepAnswer.Done => StepAnswered.Done,
        StepAnswer.Failed => StepAnswered.Failed,
        StepAnswer.Unclear => StepAnswered.Unclear,
    };
}
