using Madoguchi.Desks;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Reports;

public static class ReportsMapping
{
    extension(Db db)
    {
        public async Task<Report> Report(string name, Period period, string by, string? desk, CurrentAgent me, CancellationToken ct)
        {
            var own = me.Desks;
            IReadOnlyList<string> mine = me.SeesAll ? [] : await db.Desks.Where(d => own.Contains(d.Id)).Select(d => d.Slug).ToListAsync(ct);
            var asked = new ReportAsked(name, period, by, ReportAsked.Scope(me, mine, desk), desk, me);
            return name switch
            {
                "contacts" => await db.Contacts(asked, ct),
                _ => await db.Handovers(asked, ct),
            };
        }
    }
}
