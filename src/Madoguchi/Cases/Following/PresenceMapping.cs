using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases.Following;

public static class PresenceMapping
{
    extension(Db db)
    {
        /// <summary>When the customer was last at their page, to the minute; it outlives the process.</summary>
        public Task<DateTimeOffset?> CustomerSeen(Id<Case> id, CancellationToken ct) =>
            db.ReadMarks.AsNoTracking().Where(r => r.CaseId == id && r.Reader == Guid.Empty).Select(r => (DateTimeOffset?)r.At).SingleOrDefaultAsync(ct);

        public async Task CustomersSeen(IEnumerable<(Id<Case> Id, DateTimeOffset At)> seen)
        {
            foreach (var (id, at) in seen.OrderBy(s => s.Id.Value)) // one order for all nodes: no deadlock
            {
                await db.Database.ExecuteSqlAsync(
                    $"""
                    insert into read_marks ("CaseId", "Reader", "Entry", "At") values ({id.Value}, {Guid.Empty}, 0, {db.Stored(at)})
                    on conflict ("CaseId", "Reader") do update set "At" = excluded."At" where read_marks."At" < excluded."At"
                    """, CancellationToken.None);
            }
        }
    }
}
