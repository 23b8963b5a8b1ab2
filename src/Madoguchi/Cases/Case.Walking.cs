using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;

namespace Madoguchi.Cases;

public sealed partial class Case
{
    /// <summary>What a step of a guide, walked together, means for the case. Who walks on by themselves waits for nobody, and nobody closes it over them; who does not
    /// understand, or has tried everything, waits for us; who says that it has helped is done.</summary>
    public IReadOnlyList<Happening> Walk(IReadOnlyList<Happening> happened, CurrentAgent? agent, DateTimeOffset now)
    {
        if (happened.Count == 0)
            return happened;
        if (agent is not null)
        {
            Answer(happened[0], agent, now);
            return happened;
        }

        if (happened[^1] is WalkEnded { How: WalkEnded.Solved })
        {
            Go(Move.CustomerIsDone, now);
            Proposal = null;
            return happened;
        }

        if (IsClosed || happened.Any(h => h is StepAnswered { Answer: StepAnswered.Unclear } or WalkEnded))
            return [.. Hear(happened[0], now), .. happened.Skip(1)];
        if (WaitingForCustomerSince is not null)
            WaitingForCustomerSince = now;
        return happened;
    }
}
