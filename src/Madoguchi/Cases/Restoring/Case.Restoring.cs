using Madoguchi.Cases.Timeline;

namespace Madoguchi.Cases;

public sealed partial class Case
{
    /// <summary>What was broken for many is over, and the customer is asked whether it works again: as a solution is proposed. Whoever waits for an agent's answer in the middle of
    /// a talk waits on, and what is closed stays closed: they are asked all the same.</summary>
    public void AskWhetherItWorks(DateTimeOffset now)
    {
        if (IsClosed || (Status is Status.WaitingForUs && AgentId is not null))
            return;
        Go(Move.DeskProposes, now);
        Proposal = Cases.Proposal.Open;
    }

    /// <summary>The customer's tap. The same again changes nothing; the last one counts. "Not yet" comes back at the front.</summary>
    /// <param name="before">What they said last.</param>
    public IReadOnlyList<Happening> AnswerWhetherItWorks(WorksAgain answer, bool? before, DateTimeOffset now)
    {
        if (before == answer.Yes)
            return [];
        if (answer.Yes)
        {
            Proposal = Cases.Proposal.Confirmed;
            Go(Move.CustomerConfirms, now);
            return [answer];
        }

        List<Happening> happened = IsClosed ? [new Reopened(), answer] : [answer];
        Proposal = Proposal is null ? null : Cases.Proposal.Denied;
        Go(Move.CustomerDenies, now);
        if (Priority is not Priority.Urgent)
        {
            Priority = Priority.Urgent;
            happened.Add(new Prioritized(Priority.Urgent));
        }

        return happened;
    }
}
