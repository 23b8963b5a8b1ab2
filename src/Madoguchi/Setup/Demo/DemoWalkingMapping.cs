using Madoguchi.Cases;
using Madoguchi.Guides.Walking;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Setup.Demo;

public static class DemoWalkingMapping
{
    extension(Db db)
    {
        internal async Task Walk(Act act, Id<Case> id, Caller customer, IReadOnlyDictionary<string, Caller> agents, DateTimeOffset at)
        {
            if (act is Act.Walks walks)
            {
                DemoMapping.Done(await db.StartWalk(id, walks.Guide, agents[walks.Agent], at));
                return;
            }

            var walk = await db.Walks.AsNoTracking().SingleAsync(w => w.CaseId == id && w.EndedAt == null, CancellationToken.None);
            if (act is Act.Steps steps)
                DemoMapping.Done(await db.AnswerStep(walk.Id, customer, walk.Way, walk.Step, steps.Answer, steps.Words, at));
            else
                DemoMapping.Done(await db.AgreeTo(walk.Id, customer, walk.Way, at));
        }
    }
}
