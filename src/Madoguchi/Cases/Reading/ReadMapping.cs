using System.Text.Json;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases.Reading;

/// <param name="Entry">The newest entry that was read.</param>
public sealed record ReadUpTo(int Entry);

public enum ReadRefusal { Unknown }

/// <summary>How far each side has read, for the little "seen" under a message. The desk's is the furthest of its agents.</summary>
public sealed record Seen(int ByCustomer, int ByDesk);

public static class ReadMapping
{
    extension(Db db)
    {
        /// <summary>A mark only ever moves on, and never past what the reader can see.</summary>
        public async Task<Result<ReadUpTo, ReadRefusal>> MarkRead(Id<Case> id, Caller caller, int entry, DateTimeOffset now)
        {
            var inside = caller.Agent is not null;
            var last = await db.Cases.VisibleTo(caller, db, now).Where(c => c.Id == id).Select(c => (int?)(inside ? c.LastEntry : c.LastShownEntry)).SingleOrDefaultAsync(CancellationToken.None);
            if (last is null)
                return ReadRefusal.Unknown;

            var (reader, upTo) = (caller.Agent?.Id.Value ?? Guid.Empty, Math.Min(entry, last.Value));
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into read_marks ("CaseId", "Reader", "Entry", "At") values ({id.Value}, {reader}, {upTo}, {db.Stored(now)})
                on conflict ("CaseId", "Reader") do update set "Entry" = excluded."Entry", "At" = excluded."At" where read_marks."Entry" < excluded."Entry"
                """, CancellationToken.None);
            return new ReadUpTo(await db.ReadMarks.AsNoTracking().Where(r => r.CaseId == id && r.Reader == reader).Select(r => r.Entry).SingleAsync(CancellationToken.None));
        }

        public async Task<Seen> Seen(Id<Case> id, CancellationToken ct)
        {
            var marks = await db.ReadMarks.AsNoTracking().Where(r => r.CaseId == id).Select(r => new { r.Reader, r.Entry }).ToListAsync(ct);
            return new(marks.Where(m => m.Reader == Guid.Empty).Select(m => m.Entry).FirstOrDefault(), marks.Where(m => m.Reader != Guid.Empty).Select(m => m.Entry).DefaultIfEmpty().Max());
        }
    }

    /// <summary>What passes by without a row: the other side's dot and the colleagues' lists move at once.</summary>
    public static Signal Told(Id<Case> id, Caller caller, ReadUpTo read) => new(Topic.Of(id), "read", JsonSerializer.Serialize(new
    {
        Role = caller.Agent is null ? Role.Customer : Role.Agent,
        By = caller.Agent?.Id.ToString() ?? "",
        read.Entry,
    }, Json.Options));
}
