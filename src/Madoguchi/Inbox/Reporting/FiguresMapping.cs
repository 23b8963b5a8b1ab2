using Madoguchi.Desks;
using Madoguchi.Reports;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Reporting;

public static class FiguresMapping
{
    extension(Db db)
    {
        /// <summary>All that the page shows, within what this agent may see.</summary>
        public async Task<ReportsView> Figures(Period period, string? desk, string? by, bool wrong, DateTimeOffset now, CurrentAgent me, CancellationToken ct)
        {
            var desks = await db.Desks.OrderBy(d => d.Slug).ToListAsync(ct);
            desk = desks.Exists(d => d.Slug == desk) ? desk : null;
            var counted = ReportKinds.Named("contacts")!.By; // it is in the list
            return new ReportsView(
                me, period, desk, [.. desks.Where(d => me.WorksAt(d.Id))], desks.ToDictionary(d => d.Slug),
                await db.Report("contacts", period, by is not null and not "day" && counted.Contains(by) ? by : counted[0], desk, me, ct),
                await db.Report("handovers", period, "route", desk, me, ct), period.To == period.Zone.DayOf(now), wrong);
        }
    }
}
