using System.Linq.Expressions;
using Madoguchi.Desks;
using Madoguchi.Reports.Counting;
using Madoguchi.Storage;
using Madoguchi.Thanks;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Reports.Monthly;

/// <summary>What customers came for, and how it went: from the rows that the other reports add up.</summary>
public static class AskedMapping
{
    private const int Most = 200;

    extension(Db db)
    {
        internal async Task<IReadOnlyList<MonthPart>> CameFor(Period period, CancellationToken ct) =>
        [
            MonthPart.Of("days", await db.Everywhere("contacts", period, "day", ct)),
            await db.ContactsOf("products", "product", c => c.Product, period, ct), await db.ContactsOf("problems", "problem", c => c.Problem, period, ct), await db.ContactsOf("errors", "errorText", c => c.ErrorText, period, ct),
            MonthPart.Of("asked-twice", await db.Everywhere("asked-twice", period, "fact", ct)), MonthPart.Of("handovers", await db.Everywhere("handovers", period, "route", ct)),
            MonthPart.Of("broken-off", await db.Everywhere("broken-off", period, "how", ct)), MonthPart.Of("waits", await db.Everywhere("waits", period, "desk", ct)), await db.Thanked(period, ct),
        ];

        // Of all desks: who reads this page stands in for every one of them.
        private Task<Report> Everywhere(string name, Period period, string by, CancellationToken ct) => db.Report(name, period, by, null, CurrentAgent.Bootstrap, ct);

        // The most frequent ones; how many there are besides is said.
        private async Task<MonthPart> ContactsOf(string part, string column, Expression<Func<CountedContact, string?>> of, Period period, CancellationToken ct)
        {
            var groups = db.ContactsIn(period.Start, period.End, null).GroupBy(of).Select(g => new { Of = g.Key, Count = g.Count() });
            var counted = await groups.ToListAsync(ct);
            var shown = counted.OrderByDescending(g => g.Count).ThenBy(g => g.Of, StringComparer.Ordinal).Take(Most).ToList();
            return MonthPart.Of(part,
                new Dictionary<string, long?> { ["contacts"] = counted.Sum(g => (long)g.Count), ["kinds"] = counted.Count(g => g.Of is not null), ["told"] = counted.Where(g => g.Of is not null).Sum(g => (long)g.Count) },
                [column, "contacts", "before"], shown.Select(g => Report.Row((column, g.Of), ("contacts", g.Count))));
        }

        private async Task<MonthPart> Thanked(Period period, CancellationToken ct)
        {
            var (start, end) = (DateTimeOffset.FromUnixTimeSeconds(period.Start), DateTimeOffset.FromUnixTimeSeconds(period.End));
            var report = await db.Everywhere("satisfaction", period, "desk", ct);
            var byName = await db.Thanks.AsNoTracking().CountAsync(t => t.GivenAt >= start && t.GivenAt < end && t.Score != null && t.Praises.Any(), ct);
            return MonthPart.Of("thanks", new Dictionary<string, long?>(report.Sums) { ["byName"] = byName }, report.Columns, report.Rows);
        }
    }
}
