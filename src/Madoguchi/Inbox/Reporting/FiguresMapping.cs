using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Inbox.Working;
using Madoguchi.Reports;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Reporting;

public static class FiguresMapping
{
    // What each is counted by on the page; the first is chosen there.
    private static readonly string[] Shown = ["handovers", "asked-twice", "sent-away", "denials", "broken-off", "answer-times", "satisfaction", "waits", "checks", "remedies", "mine", "team"];

    extension(Db db)
    {
        /// <summary>All that the page shows, within what this agent may see.</summary>
        public async Task<ReportsView> Figures(Period period, string? desk, string? by, bool wrong, DateTimeOffset now, CurrentAgent me, CancellationToken ct)
        {
            var desks = await db.Desks.OrderBy(d => d.Slug).ToListAsync(ct);
            desk = desks.Exists(d => d.Slug == desk) ? desk : null;
            var counted = ReportKinds.Named("contacts")!.By; // it is in the list
            var reports = new Dictionary<string, Report> { ["contacts"] = await db.Report("contacts", period, by is not null and not "day" && counted.Contains(by) ? by : counted[0], desk, me, ct) };
            foreach (var name in Shown)
                reports[name] = await db.Report(name, period, ReportKinds.Named(name)!.By[0], desk, me, ct); // as above
            return new ReportsView(me, period, desk, [.. desks.Where(d => me.WorksAt(d.Id))], desks.ToDictionary(d => d.Slug), reports, period.To == period.Zone.DayOf(now), wrong);
        }

        /// <summary>Those among them that this agent may see, in the order given.</summary>
        public async Task<IReadOnlyList<EarlierCase>> Behind(IReadOnlyList<Id<Case>> ids, CurrentAgent me, CancellationToken ct)
        {
            var found = await db.Cases.AsNoTracking().VisibleTo(me, db).Where(c => ids.Contains(c.Id)).Select(c => new EarlierCase(c.Id, c.Subject, c.Status, c.OpenedAt)).ToDictionaryAsync(c => c.Id, ct);
            return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
        }
    }
}
