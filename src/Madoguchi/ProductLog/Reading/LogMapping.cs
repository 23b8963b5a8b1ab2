using Madoguchi.Cases;
using Madoguchi.ProductLog.Tying;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.ProductLog.Reading;

/// <summary>An event, and by what it is this customer's.</summary>
public sealed record LoggedEvent(ProductEvent Event, IReadOnlyList<Tie> Ties)
{
    /// <summary>Found by a key that an agent has tied, or an address that answered.</summary>
    public bool Proven => Ties.Any(t => t.Proven);
}

/// <param name="Events">The oldest first.</param>
/// <param name="Count">How many there are in all.</param>
public sealed record CaseLog(IReadOnlyList<LoggedEvent> Events, int Count, IReadOnlyList<Tie> Ties);

public static class LogMapping
{
    /// <summary>As many as anybody reads at once.</summary>
    public const int Most = 500;

    extension(Db db)
    {
        /// <summary>What the products say about the customer of this case in this time, both ends included.</summary>
        /// <param name="newest">Begin with the newest: for a glance.</param>
        public async Task<CaseLog> LogOf(Case theCase, DateTimeOffset from, DateTimeOffset to, CancellationToken ct, int atMost = Most, EventCursor? after = null, bool newest = false)
        {
            var ties = await db.TiesOf(theCase.CustomerId, ct);
            var values = ties.Select(t => t.Folded!).ToList(); // without one it is no tie
            if (values.Count == 0)
                return new([], 0, ties);
            var keys = db.EventKeys.Where(k => values.Contains(k.Value) && k.Time >= from && k.Time <= to);
            var count = await keys.Select(k => k.EventId).Distinct().CountAsync(ct);
            if (after is { } last)
                keys = keys.Where(k => k.Time > last.Time || (k.Time == last.Time && k.EventId > last.Id));
            var places = keys.Select(k => new { k.Time, k.EventId }).Distinct();
            var inOrder = newest ? places.OrderByDescending(k => k.Time).ThenByDescending(k => k.EventId) : places.OrderBy(k => k.Time).ThenBy(k => k.EventId);
            var found = await inOrder.Take(atMost).Select(k => k.EventId).ToListAsync(ct);
            return new(await db.Logged(found, ties, ct), count, ties);
        }

        private async Task<IReadOnlyList<LoggedEvent>> Logged(IReadOnlyList<Id<ProductEvent>> ids, IReadOnlyList<Tie> ties, CancellationToken ct)
        {
            var values = ties.Select(t => t.Folded!).ToList(); // as above
            var by = (await db.EventKeys.Where(k => ids.Contains(k.EventId) && values.Contains(k.Value)).Select(k => new { k.EventId, k.Value }).ToListAsync(ct)).ToLookup(k => k.EventId, k => k.Value);
            var events = await db.ProductEvents.AsNoTracking().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, ct);
            return [.. ids.Where(events.ContainsKey).Select(id => new LoggedEvent(events[id], [.. ties.Where(t => by[id].Contains(t.Folded))]))];
        }
    }
}
