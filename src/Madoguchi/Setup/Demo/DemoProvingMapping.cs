using Madoguchi.Cases;
using Madoguchi.Cases.Wording;
using Madoguchi.Evidence.Asking;
using Madoguchi.Evidence.Keeping;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Setup.Demo;

public static class DemoProvingMapping
{
    extension(Db db)
    {
        internal async Task Prove(Act act, Id<Case> id, Caller customer, IReadOnlyDictionary<string, Caller> agents, Examined? shown, DateTimeOffset at)
        {
            if (act is Act.AsksForEvidence asks)
                DemoMapping.Done(await db.AskForEvidence(id, agents[asks.Agent], new EvidenceRequest([.. Enum.GetValues<Wanted>().Where(w => asks.Wanted.Contains(AskingMapping.Name(w)))], asks.Words), new Hold(), at));
            else if (shown is not null)
                DemoMapping.Done(await db.KeepEvidence(id, customer, [shown], at));
        }
    }
}
