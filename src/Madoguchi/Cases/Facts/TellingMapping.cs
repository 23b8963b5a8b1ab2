using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Cases.Facts;

public static class TellingMapping
{
    extension(Db db)
    {
        /// <summary>A fact told by the customer, or written down by an agent of the owner desk. Told again as it stands, nothing happens.</summary>
        public async Task<Result<FactView, CaseRefusal>> TellFact(Id<Case> id, Caller caller, string key, string value, DateTimeOffset now)
        {
            if (await db.Find(id, caller, now) is not { } theCase)
                return CaseRefusal.Unknown;
            if (caller.Agent is { } agent && !agent.WorksAt(theCase.DeskId))
                return CaseRefusal.WithAnotherDesk;

            var (clean, asked) = (PlainText.Clean(value), (await db.OpenQuestions(id, CancellationToken.None)).ContainsKey(key));
            var holding = Known.At(theCase, await db.Holding(theCase)).Where(f => f.Key == key).ToList();
            var same = (FactKeys.Lists.Contains(key) ? holding : holding.Take(1)).FirstOrDefault(f => f.Value == clean);
            if (same is null || asked)
            {
                await db.Tell(theCase, key, clean, caller.By(new FactTold(key, clean, "")), told => asked && caller.Agent is null ? theCase.Hear(told, now) : [told], now);
                await db.SaveChangesAsync(CancellationToken.None);
                same = Known.At(theCase, await db.Holding(theCase)).First(f => f.Key == key && f.Value == clean);
            }

            return (await db.Show(theCase, [same], caller, CancellationToken.None))[0];
        }

        /// <summary>"I will tell you later": nothing blocks, and the question stays open for the link.</summary>
        public async Task<Result<Recorded, CaseRefusal>> PromiseFact(Id<Case> id, Caller caller, string key, DateTimeOffset now)
        {
            if (await db.Find(id, caller, now) is not { } theCase)
                return CaseRefusal.Unknown;
            if (caller.Agent is { } agent && !agent.WorksAt(theCase.DeskId))
                return CaseRefusal.WithAnotherDesk;

            var open = (await db.OpenQuestions(id, CancellationToken.None)).GetValueOrDefault(key);
            if (open is { Promise: { } before })
                return new Recorded(before); // promised once is promised
            var (asked, promised) = (open is not null, new FactPromised(key));
            Entry? entry = null;
            foreach (var one in asked && caller.Agent is null ? theCase.Hear(promised, now) : [promised])
                entry = db.Record(theCase, caller.By(one), one, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return new Recorded(entry!.Number); // the promise at least
        }
    }
}
