using System.Text.Json;
using Madoguchi.Cases.Denying;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases;

/// <summary>Why the technical desk was not asked.</summary>
public enum EscalateRefusal { Unknown, WithAnotherDesk, Closed, Pending, OwnDesk, UnknownDesk, NoTechnicalDesk, NotAhead }

/// <summary>Why a question was not answered, or not taken back.</summary>
public enum QuestionRefusal { Unknown, WithAnotherDesk, Answered, Withdrawn, Accepted }

public sealed partial class Case
{
    /// <summary>A question is no handing on: the customer is not moved, no language changes, and it counts as no second desk.</summary>
    public Result<IReadOnlyList<Happening>, EscalateRefusal> Ask(Escalation question, DeskName from, DeskName to, JsonElement brief, CurrentAgent agent, DateTimeOffset now)
    {
        if (!agent.WorksAt(DeskId))
            return EscalateRefusal.WithAnotherDesk;
        if (IsClosed)
            return EscalateRefusal.Closed;
        if (PendingHandoverId is not null)
            return EscalateRefusal.Pending;
        if (question.ToDeskId == DeskId)
            return EscalateRefusal.OwnDesk;
        if (question.DueAt <= now)
            return EscalateRefusal.NotAhead;

        PendingHandoverId = question.HandoverId;
        return new Happening[] { new EscalationAsked(question.Id.Value, from, to, question.Question, question.DueAt, brief), new TechnicalAsked(to, question.DueAt) };
    }

    /// <summary>The answer ends the asking: what was taken along for it comes back, and nobody has to think of it.</summary>
    public Result<IReadOnlyList<Happening>, QuestionRefusal> AnswerQuestion(
        Escalation question, Handover offer, DeskName from, DeskName to, string text, Verdict? verdict, CurrentAgent agent, DateTimeOffset now)
    {
        if (!agent.WorksAt(question.ToDeskId))
            return QuestionRefusal.WithAnotherDesk;
        if (question.AnsweredAt is not null)
            return QuestionRefusal.Answered;
        if (!question.IsOpen(offer))
            return QuestionRefusal.Withdrawn;

        (question.Answer, question.Verdict, question.AnsweredBy, question.AnsweredAt) = (text, verdict, agent.Id, now);
        List<Happening> happened = [new EscalationAnswered(question.Id.Value, to, from, text, verdict)];
        if (offer.State is HandoverState.Offered)
        {
            Settle(offer, HandoverState.Returned, agent, now);
            offer.Answer = text;
        }
        else if (DeskId == question.ToDeskId && !IsClosed)
        {
            DeskId = question.FromDeskId;
            AgentId = question.AskedBy == CurrentAgent.Bootstrap.Id ? null : question.AskedBy;
            happened.Add(new CameBack(to, from));
        }

        return happened;
    }

    public Result<Happening, QuestionRefusal> TakeBack(Escalation question, Handover offer, DeskName from, DeskName to, CurrentAgent agent, DateTimeOffset now)
    {
        if (!agent.WorksAt(question.FromDeskId))
            return QuestionRefusal.WithAnotherDesk;
        if (question.AnsweredAt is not null)
            return QuestionRefusal.Answered;
        if (!question.IsOpen(offer))
            return QuestionRefusal.Withdrawn;
        if (offer.State is HandoverState.Accepted)
            return QuestionRefusal.Accepted;

        Settle(offer, HandoverState.Withdrawn, agent, now);
        question.WithdrawnAt = now;
        return new HandoverWithdrawn(offer.Id.Value, from, to);
    }
}
