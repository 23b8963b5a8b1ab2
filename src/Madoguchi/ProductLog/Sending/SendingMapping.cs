using Madoguchi.ProductLog.Following;
using Madoguchi.ProductLog.Setting;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.ProductLog.Sending;

/// <param name="Repeated">They were here already: nothing has changed.</param>
public sealed record EventsTaken(int Accepted, int Repeated);

public static class SendingMapping
{
    private const int AtOnce = 200;

    extension(Db db)
    {
        /// <summary>Takes what is new of it. Sent again, even at the same time or with other words, an event is the first that came.</summary>
        public async Task<EventsTaken> Take(IReadOnlyList<ToldEvent> told, DateTimeOffset now)
        {
            var fields = (await db.ProductLogSettingsHeld()).Fields;
            // In one order for all: two batches with the same events must not wait for each other.
            var events = told.DistinctBy(e => (e.Source, e.Id)).OrderBy(e => e.Source, StringComparer.Ordinal).ThenBy(e => e.Id, StringComparer.Ordinal).Select(e => Received(e, now)).ToList();
            var taken = new HashSet<Guid>();
            foreach (var some in events.Chunk(AtOnce))
                taken.UnionWith(await db.InsertNew(some));
            var fresh = events.Where(e => taken.Contains(e.Id.Value)).ToList();
            await db.Insert("event_keys", ["Value", "Time", "EventId"], fresh.SelectMany(e => EventFields.Keys(e, fields).Select(k => new object?[] { k, db.Stored(e.Time), e.Id.Value })));
            await db.Insert("fresh_events", ["EventId", "DueAt", "Attempts"], fresh.Select(e => new object?[] { e.Id.Value, db.Stored(now), 0 }));
            if (fresh.Count > 0)
                db.RingAfterCommit(ProductEventFollower.Topic);
            return new(fresh.Count, told.Count - fresh.Count);
        }

        /// <summary>The keys of these events, anew by these fields.</summary>
        internal async Task Index(IReadOnlyList<ProductEvent> events, IReadOnlyList<string> fields)
        {
            var ids = events.Select(e => e.Id).ToList();
            await db.EventKeys.Where(k => ids.Contains(k.EventId)).ExecuteDeleteAsync(CancellationToken.None);
            await db.Insert("event_keys", ["Value", "Time", "EventId"], events.SelectMany(e => EventFields.Keys(e, fields).Select(k => new object?[] { k, db.Stored(e.Time), e.Id.Value })));
        }

        private async Task<List<Guid>> InsertNew(IReadOnlyList<ProductEvent> events)
        {
            string[] columns = ["Id", "Source", "EventId", "Type", "Time", "TimeTold", "ReceivedAt", "Subject", "Data", "More", "Cited"];
            var (sql, values) = Insertion("product_events", columns,
                [.. events.Select(e => new[] { e.Id.Value, e.Source, e.EventId, e.Type, db.Stored(e.Time), e.TimeTold, db.Stored(e.ReceivedAt), e.Subject, e.Data, e.More, (object?)false })]);
#pragma warning disable EF1002 // the text is made of names from here and places for parameters
            return await db.Database.SqlQueryRaw<Guid>($"""{sql} on conflict ("Source", "EventId") do nothing returning "Id" as "Value" """, values).ToListAsync(CancellationToken.None);
#pragma warning restore EF1002
        }

        private async Task Insert(string table, string[] columns, IEnumerable<object?[]> rows)
        {
            foreach (var some in rows.Chunk(AtOnce))
            {
                var (sql, values) = Insertion(table, columns, some);
#pragma warning disable EF1002 // as above
                await db.Database.ExecuteSqlRawAsync(sql, values, CancellationToken.None);
#pragma warning restore EF1002
            }
        }
    }

    private static ProductEvent Received(ToldEvent told, DateTimeOffset now) => new()
    {
        Id = Id<ProductEvent>.New(), Source = told.Source, EventId = told.Id, Type = told.Type, Time = told.Time ?? now, TimeTold = told.Time is not null, ReceivedAt = now,
        Subject = told.Subject, Data = told.Data, More = told.More,
    };

    private static (string Sql, object[] Values) Insertion(string table, string[] columns, IReadOnlyList<object?[]> rows)
    {
        var places = string.Join(", ", rows.Select((_, row) => $"({string.Join(", ", columns.Select((_, column) => $"{{{row * columns.Length + column}}}"))})"));
        return ($"insert into {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) values {places}", [.. rows.SelectMany(r => r)!]); // null is a value of a column
    }
}
