using Madoguchi.ProductLog;
using Madoguchi.Rules.Checking;
using Madoguchi.Rules.Watching;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Rules.Keeping;

/// <summary>What had happened before a rule was written is looked at, too.</summary>
public static class HistoryMapping
{
    extension(Db db)
    {
        /// <summary>The next stored events that this rule names, in the order of their time.</summary>
        public Task<List<ProductEvent>> EventsBefore(Rule rule, int atMost, CancellationToken ct)
        {
            var events = db.EventsOf(rule);
            if (rule is { ReadTo: { } time, ReadToId: { } id })
                events = events.Where(e => e.Time > time || (e.Time == time && e.Id > id));
            return events.OrderBy(e => e.Time).ThenBy(e => e.Id).Take(atMost).ToListAsync(ct);
        }

        internal IQueryable<ProductEvent> EventsOf(Rule rule)
        {
            var (a, b) = (rule.When, rule.Then);
            return b is null ? db.ProductEvents.AsNoTracking().Where(e => e.Type == a) : db.ProductEvents.AsNoTracking().Where(e => e.Type == a || e.Type == b);
        }

        /// <summary>Takes a page in. False: the rule was changed, or somebody else has read on meanwhile.</summary>
        public async Task<bool> ReadOn(Rule asRead, IReadOnlyList<ProductEvent> page, bool isLast, DateTimeOffset now)
        {
            if (await db.Lock(asRead.Id).AsTracking().SingleAsync(CancellationToken.None) is not { IsInUse: true, CheckedAt: null } rule || rule.Version != asRead.Version || rule.ReadToId != asRead.ReadToId)
                return false;
            var seen = page.Select(rule.Sees).OfType<(string Key, Seen Seen)>().ToLookup(s => s.Key, s => s.Seen);
            if (seen.Count > 0)
                await db.TakeIn(rule, seen, now);
            if (page is [.., var last])
                (rule.ReadTo, rule.ReadToId) = (last.Time, last.Id);
            rule.CheckedAt = isLast ? now : null;
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }
    }
}
