using Madoguchi.BrokenOff;
using Madoguchi.BrokenOff.Answering;
using Madoguchi.BrokenOff.FollowingUp;
using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Cases.Wording;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Setup.Demo;

/// <summary>Contacts of the demo that break off midway, and what comes of them.</summary>
public static class DemoBreakingMapping
{
    extension(Db db)
    {
        public async Task BreakOff(Act.BreaksOff breaks, Id<Case> id, DateTimeOffset at)
        {
            var theCase = await db.Lock(id).AsTracking().SingleAsync(CancellationToken.None);
            if (db.BreakOff(theCase, new Found(breaks.How, (at - breaks.Gone).ToMicroseconds()), By.System, at) is null)
                throw new InvalidOperationException("The demo does not hold together: it cannot break off.");
            await db.SaveChangesAsync(CancellationToken.None);
        }

        public async Task FollowUp(Id<Case> id, Caller agent, DateTimeOffset at) => DemoMapping.Done(await db.FollowUp(id, agent, null, new Hold(), at));

        public async Task Answer(Act.AnswersFollowUp answers, Id<Case> id, Caller customer, DateTimeOffset at) =>
            DemoMapping.Done(await db.AnswerFollowUp(id, customer, answers.Answer, answers.How, at));
    }
}
