using Madoguchi.Cases;
using Madoguchi.Incidents;
using Madoguchi.Incidents.Reviewing;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Reports.Monthly;

public static class FiresMapping
{
    private static readonly string[] Columns = ["incident", "severity", "since", "declaredAt", "resolvedAt", "minutesToNotice", "minutesToDeclare", "minutesToResolve", "customers", "lostMinutes", "publicJa", "publicEn"];

    extension(Db db)
    {
        /// <summary>The incidents that burned in the month: declared in it, or left over from before.</summary>
        internal async Task<MonthPart> Fires(Period period, DateTimeOffset now, CancellationToken ct)
        {
            var (start, end) = (DateTimeOffset.FromUnixTimeSeconds(period.Start), DateTimeOffset.FromUnixTimeSeconds(period.End));
            var incidents = await db.Incidents.AsNoTracking().Where(i => i.MergedInto == null && i.DeclaredAt < end && (i.ResolvedAt == null || i.ResolvedAt >= start)).OrderBy(i => i.DeclaredAt).ToListAsync(ct);
            var ids = incidents.ConvertAll(i => i.Id);
            var hit = (await db.IncidentCases.AsNoTracking().Where(c => ids.Contains(c.IncidentId) && c.RemovedAt == null).Join(db.Cases, c => c.CaseId, c => c.Id, (c, one) => new { c.IncidentId, Hit = new Hit(one.CustomerId, one.OpenedAt, one.ClosedAt, c.WorksAgain, c.AnsweredAt, c.SaidNoAt) })
                .ToListAsync(ct)).Where(c => c.Hit.ToldAt < end).ToLookup(c => c.IncidentId, c => c.Hit);
            var until = now < end ? now : end;
            var fires = incidents.ConvertAll(i => Fire.Of(i, [.. hit[i.Id]], start, until));
            return MonthPart.Of("fires", Fire.Sums(fires, hit.SelectMany(g => g).Select(h => h.Customer).Distinct().Count()), Columns, fires.Select(f => f.Row));
        }
    }
}
