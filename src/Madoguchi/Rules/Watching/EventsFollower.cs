using Madoguchi.ProductLog;
using Madoguchi.ProductLog.Following;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Rules.Watching;

/// <summary>Checks each event as it arrives. What no rule names costs one look at the list of rules, for hundreds of events together.</summary>
public sealed class EventsFollower : ProductEventWork
{
    public override async Task Do(Db db, IReadOnlyList<ProductEvent> events, DateTimeOffset now)
    {
        var types = events.Select(e => e.Type).Distinct().ToList();
        var asked = await db.Rules.AsNoTracking().Where(r => r.RetiredAt == null && (types.Contains(r.When) || types.Contains(r.Then!))).Select(r => r.Id).ToListAsync(CancellationToken.None);
        if (asked.Count == 0)
            return;
        foreach (var rule in await db.HoldRules(asked))
        {
            var seen = events.Select(rule.Sees).OfType<(string Key, Checking.Seen Seen)>().ToLookup(s => s.Key, s => s.Seen);
            if (seen.Count > 0)
                await db.TakeIn(rule, seen, now);
        }
    }
}
