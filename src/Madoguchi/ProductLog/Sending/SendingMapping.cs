using System.Text.Json;
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
    private static readonly (string, string)[] EventColumns =
    [
        ("Id", "uuid"), ("Source", "text"), ("EventId", "text"), ("Type", "text"), ("Time", "timestamptz"), ("TimeTold", "boolean"), ("ReceivedAt", "timestamptz"), ("Subject", "text"), ("Data", "text"), ("More", "text"),
        ("Cited", "boolean"),
    ];

    private static readonly (string, string)[] KeyColumns = [("Value", "text"), ("Time", "timestamptz"), ("EventId", "uuid")];
    private static readonly (string, string)[] FreshColumns = [("EventId", "uuid"), ("DueAt", "timestamptz"), ("Attempts", "integer")];
    private static readonly JsonSerializerOptions Rows = new() { Encoder = Json.Options.Encoder };

    extension(Db db)
    {
        /// <summary>Takes what is new of it. Sent again, even at the same time or with other words, an event is the first that came.</summary>
        public async Task<EventsTaken> Take(IReadOnlyList<ToldEvent> told, DateTimeOffset now)
        {
            var fields = (await db.ProductLogSettingsHeld()).Fields;
            // In one order for all: two batches with the same events must not wait for each other.
            var events = told.Index().DistinctBy(e => (e.Item.Source, e.Item.Id)).OrderBy(e => e.Item.Source, StringComparer.Ordinal).ThenBy(e => e.Item.Id, StringComparer.Ordinal).Select(e => Received(e.Item, e.Index, now)).ToList();
            var taken = (await db.InsertNew(events)).ToHashSet();
            var fresh = events.Where(e => taken.Contains(e.Id.Value)).ToList();
            await db.Insert("event_keys", KeyColumns, fresh.SelectMany(e => EventFields.Keys(e, fields).Select(k => new object?[] { k, e.Time, e.Id.Value })));
            await db.Insert("fresh_events", FreshColumns, fresh.Select(e => new object?[] { e.Id.Value, now, 0 }));
            if (fresh.Count > 0)
                db.RingAfterCommit(ProductEventFollower.Topic);
            return new(fresh.Count, told.Count - fresh.Count);
        }

        /// <summary>The keys of these events, anew by these fields.</summary>
        internal async Task Index(IReadOnlyList<ProductEvent> events, IReadOnlyList<string> fields)
        {
            var ids = events.Select(e => e.Id).ToList();
            await db.EventKeys.Where(k => ids.Contains(k.EventId)).ExecuteDeleteAsync(CancellationToken.None);
            await db.Insert("event_keys", KeyColumns, events.SelectMany(e => EventFields.Keys(e, fields).Select(k => new object?[] { k, e.Time, e.Id.Value })));
        }

        private async Task<List<Guid>> InsertNew(List<ProductEvent> events)
        {
            if (events.Count == 0)
                return [];
            var (sql, rows) = Insertion(db, "product_events", EventColumns, events.Select(e => new object?[] { e.Id.Value, e.Source, e.EventId, e.Type, e.Time, e.TimeTold, e.ReceivedAt, e.Subject, e.Data, e.More, false }));
#pragma warning disable EF1002 // the text is made of names from here
            return await db.Database.SqlQueryRaw<Guid>($"""{sql} on conflict ("Source", "EventId") do nothing returning "Id" as "Value" """, rows).ToListAsync(CancellationToken.None);
#pragma warning restore EF1002
        }

        private async Task Insert(string table, (string Name, string Type)[] columns, IEnumerable<object?[]> rows)
        {
            var (sql, values) = Insertion(db, table, columns, rows);
#pragma warning disable EF1002 // as above
            await db.Database.ExecuteSqlRawAsync(sql, [values], CancellationToken.None);
#pragma warning restore EF1002
        }
    }

    // Those without a time of their own stay in the order in which they were sent.
    private static ProductEvent Received(ToldEvent told, int place, DateTimeOffset now) => new()
    {
        Id = Id<ProductEvent>.New(), Source = told.Source, EventId = told.Id, Type = told.Type, Time = told.Time ?? now.AddMicroseconds(place), TimeTold = told.Time is not null, ReceivedAt = now,
        Subject = told.Subject, Data = told.Data, More = told.More,
    };

    // All rows go as one parameter, in JSON: a thousand events have eleven thousand values, and a statement with as many places takes longer than the disk.
    private static (string Sql, string Rows) Insertion(Db db, string table, (string Name, string Type)[] columns, IEnumerable<object?[]> rows)
    {
        var names = string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
        var from = db.IsPostgres
            ? $"select {names} from json_to_recordset(cast({{0}} as json)) as rows({string.Join(", ", columns.Select(c => $"\"{c.Name}\" {c.Type}"))})"
            : $"select {string.Join(", ", columns.Select(c => $"json_extract(value, '$.{c.Name}')"))} from json_each({{0}}) where true";
        var json = rows.Select(row => columns.Zip(row, (column, value) => KeyValuePair.Create(column.Name, Plain(db, value))).ToDictionary());
        return ($"insert into {table} ({names}) {from}", JsonSerializer.Serialize(json, Rows));
    }

    // As SQLite keeps them; PostgreSQL is told the types.
    private static object? Plain(Db db, object? value) => (value, db.IsPostgres) switch
    {
        (Guid id, false) => id.ToString().ToUpperInvariant(),
        (DateTimeOffset at, false) => Moment.ToUnixMicroseconds(at),
        _ => value,
    };
}
