using Madoguchi.Cases;
using Madoguchi.Cases.Approving;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Cases.Wording;
using Madoguchi.Desks;
using Madoguchi.Notices;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Care.Stepping;

public static class SteppingMapping
{
    extension(Db db)
    {
        public async Task<Result<StepTaken, StepRefusal>> TakeStep(Id<Case> id, NewStep asked, Caller caller, DateTimeOffset now)
        {
            if (caller.Agent is not { } agent || await db.Find(id, caller, now) is not { } theCase)
                return StepRefusal.Unknown;
            if (theCase.Prevents(asked.Step, agent) is { } prevents)
                return prevents;
            var second = asked.Second is { } one ? await db.Agents.AsNoTracking().Include(a => a.Seats).SingleOrDefaultAsync(a => a.Id == one && a.LeftAt == null, CancellationToken.None) : null;
            if (asked.Second is not null && (second is null || second.Id == agent.Id || !(second.Role is not AgentRole.Agent || second.Seats.Any(s => s.DeskId == theCase.DeskId))))
                return StepRefusal.UnknownSecond;

            int? letter = null;
            if (asked.IsTold)
            {
                if ((await db.Write(theCase, asked, caller, agent, now)).Refused(out var why, out letter))
                    return why;
            }

            var (step, before) = (Id<TakenStep>.New(), theCase.Care);
            var taken = new CareStepTaken(asked.Step, PlainText.Clean(asked.Because), second?.Name);
            db.Record(theCase, caller.By(taken), taken, now);
            theCase.Care = asked.Step;
            if (asked.Step is CareStep.Ended)
            {
                theCase.EndInCare(now);
                await db.WithdrawAtClosing(theCase, now);
            }

            db.CareSteps.Add(new TakenStep
            {
                Id = step, CaseId = id, Step = asked.Step, Before = before, Because = taken.Because, ById = agent.Id, ByName = agent.Name, At = now, SecondId = second?.Id, SecondName = second?.Name, Letter = letter,
            });
            if (RingFor(theCase, asked.Step, second, agent) is { } ring)
                db.Enqueue(Ring.Work, ring, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return new StepTaken(step, theCase.Care, letter);
        }

        /// <summary>An appeal was heard, or it is calm again: what held before holds again. What was written to the customer stays written.</summary>
        public async Task<Result<StepTaken, StepRefusal>> StepBack(Id<Case> id, string because, Caller caller, DateTimeOffset now)
        {
            if (caller.Agent is not { } agent || await db.Find(id, caller, now) is not { } theCase)
                return StepRefusal.Unknown;
            var last = await db.CareSteps.AsTracking().Where(s => s.CaseId == id && s.BackAt == null).OrderByDescending(s => s.At).ThenByDescending(s => s.Id).FirstOrDefaultAsync(CancellationToken.None);
            if (theCase.PreventsBack(last, agent) is { } prevents)
                return prevents;
            (last!.BackAt, last.BackByName, last.BackBecause) = (now, agent.Name, PlainText.Clean(because)); // prevented where there is none
            var back = new CareSteppedBack(last.Step, last.BackBecause, last.Before);
            db.Record(theCase, caller.By(back), back, now);
            theCase.StepBackInCare(last.Before, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return new StepTaken(last.Id, theCase.Care, null);
        }

        /// <summary>The house's own words for a step, else the built-in ones.</summary>
        public async Task<string> LetterFor(CareStep step, string language, CancellationToken ct)
        {
            var spoken = language.Split('-')[0] is "ja" ? "ja" : "en";
            return await db.CareLetters.AsNoTracking().Where(l => l.Step == step && l.Language == spoken).Select(l => l.Text).SingleOrDefaultAsync(ct) ?? BuiltInLetters.Of(step, spoken);
        }

        // The house's own words are the house's; what somebody writes instead is read like any reply, with the step's reason beside.
        private async Task<Result<int?, StepRefusal>> Write(Case theCase, NewStep asked, Caller caller, CurrentAgent agent, DateTimeOffset now)
        {
            var own = await db.LetterFor(asked.Step, theCase.Language, CancellationToken.None);
            var text = asked.Letter is { } letter ? PlainText.Clean(letter) : own;
            if (text != own && (await db.Release(theCase, text, caller, agent, new Hold(PlainText.Clean(asked.Because), Declines: false), now)).Refused(out var held, out _))
                return held is HoldRefusal.NeedsApproval ? StepRefusal.NeedsApproval : held is HoldRefusal.WithAnotherDesk ? StepRefusal.ForSupervisors : StepRefusal.SendsAway;
            if (text == own && await db.IsUnderApproval(theCase, agent))
                return StepRefusal.NeedsApproval;
            if (theCase.Answer(new MessageSaid(text), agent, now).Refused(out _, out var said))
                return StepRefusal.ForSupervisors;
            return db.Record(theCase, caller.By(said), said, now).Number;
        }
    }

    private static Ring? RingFor(Case theCase, CareStep step, Agent? second, CurrentAgent by) => step switch
    {
        CareStep.TwoPersons => second is null ? new Ring(theCase.Id, Ring.CareBeside, [], [], [theCase.DeskId], by.Id) : new Ring(theCase.Id, Ring.CareBeside, [second.Id], [], []),
        CareStep.SupervisorOnly or CareStep.Ended => new Ring(theCase.Id, Ring.CareForSupervisors, [], [], [theCase.DeskId], by.Id),
        _ => null,
    };
}
