using System.Linq.Expressions;
using Madoguchi.Reports.Counting;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Reports;

public static class ContactsMapping
{
    extension(Db db)
    {
        /// <summary>How many came to the window, day by day.</summary>
        public async Task<Report> Contacts(ReportAsked asked, CancellationToken ct)
        {
            var counted = new List<(DateOnly Day, string? By, int Count)>();
            foreach (var stretch in asked.Period.Stretches())
            {
                var (start, day) = (stretch.Start, stretch.Day);
                var groups = await db.ContactsIn(stretch.Start, stretch.End, asked.Desks).Select(Of(asked.By))
                    .GroupBy(c => new { Day = (c.Second - start) / day, c.By }).Select(g => new { g.Key.Day, g.Key.By, Count = g.Count() }).ToListAsync(ct);
                counted.AddRange(groups.Select(g => (stretch.First.AddDays((int)g.Day), g.By, g.Count)));
            }

            return asked.Answer(
                new Dictionary<string, long?> { ["contacts"] = counted.Sum(c => (long)c.Count) }, asked.By == "day" ? ["day", "contacts"] : ["day", asked.By, "contacts"],
                counted.OrderBy(c => c.Day).ThenByDescending(c => c.Count).ThenBy(c => c.By, StringComparer.Ordinal).Select(c => asked.By == "day"
                    ? Report.Row(("day", c.Day), ("contacts", c.Count)) : Report.Row(("day", c.Day), (asked.By, c.By), ("contacts", c.Count))));
        }

        internal IQueryable<CountedContact> ContactsIn(long start, long end, IReadOnlyList<string>? desks)
        {
            var found = db.CountedContacts.Where(c => c.Second >= start && c.Second < end);
            return desks is null ? found : found.Where(c => desks.Contains(c.Desk));
        }
    }

    private static Expression<Func<CountedContact, Narrow>> Of(string by) => by switch
    {
        "product" => c => new Narrow { Second = c.Second, By = c.Product },
        "problem" => c => new Narrow { Second = c.Second, By = c.Problem },
        "errorText" => c => new Narrow { Second = c.Second, By = c.ErrorText },
        "channel" => c => new Narrow { Second = c.Second, By = c.Channel },
        "day" => c => new Narrow { Second = c.Second, By = "" },
        _ => c => new Narrow { Second = c.Second, By = c.Desk },
    };

    private sealed class Narrow
    {
        public required long Second { get; init; }
        public required string? By { get; init; }
    }
}
