using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases.Describing;

public enum DescriptionRefusal { Unknown, WithAnotherDesk, ChangedSince }

public static class DescriptionMapping
{
    extension(Db db)
    {
        /// <param name="seen">The entry that the writer had seen last. Only another description after it is in the way: a customer who writes on meanwhile is not.</param>
        public async Task<Result<Recorded, DescriptionRefusal>> Describe(Id<Case> id, Caller caller, Described words, int? seen, DateTimeOffset now)
        {
            if (caller.Agent is not { } agent || await db.Find(id, caller, now) is not { } theCase)
                return DescriptionRefusal.Unknown;
            var kind = Happening.KindOf(words);
            if (seen is { } number && await db.Entries.AnyAsync(e => e.CaseId == id && e.Number > number && e.Kind == kind, CancellationToken.None))
                return DescriptionRefusal.ChangedSince;
            if (theCase.Describe(words, agent).Refused(out _, out var happened))
                return DescriptionRefusal.WithAnotherDesk;

            foreach (var one in happened)
                db.Record(theCase, caller.By(one), one, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return new Recorded(theCase.LastEntry);
        }
    }
}
