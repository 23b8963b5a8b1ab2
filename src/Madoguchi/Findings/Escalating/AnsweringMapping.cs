using Madoguchi.Cases;
using Madoguchi.Cases.Denying;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Handovers;
using Madoguchi.Notices;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Findings.Escalating;

public static class AnsweringMapping
{
    extension(Db db)
    {
        /// <summary>The answer goes to whoever asked. A desk that has vouched for what the records say goes on reading the case.</summary>
        public async Task<Result<QuestionSettled, QuestionRefusal>> AnswerEscalation(Id<Escalation> id, TechnicalAnswer answer, CurrentAgent agent, DateTimeOffset now)
        {
            if (await db.LockQuestion(id, agent) is not var (theCase, question, offer, from, to))
                return QuestionRefusal.Unknown;
            var owner = theCase.DeskId;
            if (theCase.AnswerQuestion(question, offer, DeskName.Of(from), DeskName.Of(to), PlainText.Clean(answer.Text), answer.Verdict, agent, now).Refused(out var why, out var happened))
                return why;

            if (theCase.DeskId != owner)
                await db.MoveReading(theCase.Id, to.Id, from.Id);
            else if (await db.CaseDesks.AsTracking().SingleOrDefaultAsync(d => d.CaseId == theCase.Id && d.DeskId == to.Id && d.Why == Why.Offered, CancellationToken.None) is { } row)
                row.Why = Why.Owned;
            foreach (var one in happened)
            {
                var entry = db.Record(theCase, one.IsInternal ? new Caller(agent).By(one) : By.System, one, now);
                question.AnswerEntry = one is EscalationAnswered ? entry.Number : question.AnswerEntry;
            }

            db.RingAfterCommit(Topic.Of(from.Id));
            db.RingAfterCommit(Topic.Of(to.Id));
            db.Enqueue(Ring.Work, question.AskedBy == CurrentAgent.Bootstrap.Id ? Ring.AtDesks(theCase.Id, Ring.TechnicalAnswered, agent, from.Id) : new Ring(theCase.Id, Ring.TechnicalAnswered, [question.AskedBy], [], [], agent.Id), now);
            db.Enqueue(UntoldFollower.Name, new Late(id, theCase.Id), now, Deadline.EndOfNextWorkingDay(await db.OpeningHours(from.Id, CancellationToken.None), now));
            await db.SaveChangesAsync(CancellationToken.None);
            return new QuestionSettled(id, theCase.Id, (await db.Named(theCase.DeskId)).Slug, question.AnswerEntry ?? theCase.LastEntry);
        }

        public async Task<Result<QuestionSettled, QuestionRefusal>> WithdrawEscalation(Id<Escalation> id, CurrentAgent agent, DateTimeOffset now)
        {
            if (await db.LockQuestion(id, agent) is not var (theCase, question, offer, from, to))
                return QuestionRefusal.Unknown;
            if (theCase.TakeBack(question, offer, DeskName.Of(from), DeskName.Of(to), agent, now).Refused(out var why, out var withdrawn))
                return why;

            await db.EndOffer(offer);
            var entry = db.Record(theCase, new Caller(agent).By(withdrawn), withdrawn, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return new QuestionSettled(id, theCase.Id, from.Slug, entry.Number);
        }

        /// <summary>The question and its case, locked, for the agents of either desk; nothing for others.</summary>
        internal async Task<Question?> LockQuestion(Id<Escalation> id, CurrentAgent agent)
        {
            if (await db.Escalations.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, CancellationToken.None) is not { } known || (!agent.WorksAt(known.FromDeskId) && !agent.WorksAt(known.ToDeskId)))
                return null;
            return await db.LockQuestion(id, known.CaseId);
        }

        internal async Task<Question> LockQuestion(Id<Escalation> id, Id<Case> caseId)
        {
            // The case first, always, and the question as it stands once nobody else has it.
            var theCase = await db.Lock(caseId).AsTracking().SingleAsync(CancellationToken.None);
            var question = await db.Escalations.AsTracking().SingleAsync(e => e.Id == id, CancellationToken.None);
            var offer = await db.Handovers.AsTracking().SingleAsync(h => h.Id == question.HandoverId, CancellationToken.None);
            return new(theCase, question, offer, await db.Named(question.FromDeskId), await db.Named(question.ToDeskId));
        }
    }

    internal sealed record Question(Case Case, Escalation Asked, Handover Offer, Desk From, Desk To);
}
