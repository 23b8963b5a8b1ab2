using System.Linq.Expressions;
using Madoguchi.Reports.Counting;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Reports;

public static class TimesMapping
{
    private static readonly string[] Measures =
        ["told", "answered", .. Quantiles.All.Select(q => $"firstAnswer{q.Name}"), "solved", .. Quantiles.All.Select(q => $"solution{q.Name}")];

    extension(Db db)
    {
        /// <summary>Seconds from the story to the first answer and to the solution, by the desk where it was told. Calls are answered at once: they have no first answer.</summary>
        public async Task<Report> AnswerTimes(ReportAsked asked, CancellationToken ct)
        {
            // The first contact of a case alone: a call on a case that is there already has no beginning.
            var rows = await db.ContactsIn(asked.Period.Start, asked.Period.End, asked.Desks).Where(c => c.Entry == 1).Select(Of(asked.By)).ToListAsync(ct);
            var groups = rows.GroupBy(r => asked.By == "day" ? (object)asked.DayOf(r.Second) : r.By ?? "").Select(g => (Key: g.Key is "" ? null : g.Key, Count: g.Count(), Measured: Measured([.. g])));
            var sorted = asked.By == "day" ? groups.OrderBy(g => (DateOnly?)g.Key) : groups.OrderByDescending(g => g.Count).ThenBy(g => (string?)g.Key, StringComparer.Ordinal);
            return asked.Answer(Measured(rows), [asked.By, .. Measures], sorted.Select(g => Report.Row([(asked.By, g.Key), .. g.Measured.Select(m => (m.Key, (object?)m.Value))])));
        }
    }

    private static Dictionary<string, long?> Measured(List<Timed> of)
    {
        var (answers, solutions) = (Sorted(of.Select(t => t.FirstAnswer)), Sorted(of.Select(t => t.Solution)));
        var measured = new Dictionary<string, long?> { ["told"] = of.Count(t => t.Channel != CountedContact.Phone), ["answered"] = answers.Count };
        foreach (var (name, percent) in Quantiles.All)
            measured[$"firstAnswer{name}"] = Quantiles.Of(answers, percent);
        measured["solved"] = solutions.Count;
        foreach (var (name, percent) in Quantiles.All)
            measured[$"solution{name}"] = Quantiles.Of(solutions, percent);
        return measured;
    }

    private static List<int> Sorted(IEnumerable<int?> values)
    {
        List<int> sorted = [.. values.OfType<int>()];
        sorted.Sort();
        return sorted;
    }

    private static Expression<Func<CountedContact, Timed>> Of(string by) => by switch
    {
        "product" => c => new Timed(c.Second, c.Product, c.Channel, c.FirstAnswer, c.Solution),
        "problem" => c => new Timed(c.Second, c.Problem, c.Channel, c.FirstAnswer, c.Solution),
        "channel" => c => new Timed(c.Second, c.Channel, c.Channel, c.FirstAnswer, c.Solution),
        _ => c => new Timed(c.Second, c.Desk, c.Channel, c.FirstAnswer, c.Solution),
    };

    private sealed record Timed(long Second, string? By, string Channel, int? FirstAnswer, int? Solution);
}
