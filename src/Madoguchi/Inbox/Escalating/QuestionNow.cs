using Madoguchi.Cases;
using Madoguchi.Cases.Denying;
using Madoguchi.Desks;

namespace Madoguchi.Inbox.Escalating;

/// <summary>The question to the technical desk that somebody has to do something about: answer it, or pass the answer on.</summary>
/// <param name="MayAnswer">The viewer is at the desk that is asked.</param>
/// <param name="MayPass">The viewer is at the desk that asked.</param>
public sealed record QuestionNow(Escalation Asked, Handover Offer, Desk From, Desk To, bool MayAnswer, bool MayPass)
{
    public bool IsAnswered => Asked.AnsweredAt is not null;
}
