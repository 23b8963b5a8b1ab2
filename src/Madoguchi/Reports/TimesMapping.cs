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
            var found = db.ContactsIn(asked.Period.Start, asked.Period.End, asked.Desks).Where(c => c.Entry == 1);
            var times = asked.By == "desk" ? await Desks(found, ct)
                : (await found.Select(Of(asked.By)).ToListAsync(ct)).GroupBy(r => asked.By == "day" ? (object)asked.DayOf(r.Second) : r.By ?? "")
                    .Select(g => new Times(g.Key is "" ? null : g.Key, g.Count(r => r.Channel != CountedContact.Phone), g.Count(), Sorted(g.Select(r => r.FirstAnswer)), Sorted(g.Select(r => r.Solution)))).ToList();
            var sorted = asked.By == "day" ? times.OrderBy(t => (DateOnly?)t.Of) : times.OrderByDescending(t => t.All).ThenBy(t => (string?)t.Of, StringComparer.Ordinal);
            var together = new Times(null, times.Sum(t => t.Told), times.Sum(t => t.All), Sorted(times.SelectMany(t => t.Answers)), Sorted(times.SelectMany(t => t.Solutions)));
            return asked.Answer(Measured(together), [asked.By, .. Measures], sorted.Select(t => Report.Row([(asked.By, t.Of), .. Measured(t).Select(m => (m.Key, (object?)m.Value))])));
        }
    }

    // How the page asks: desk by desk, and numbers alone.
    private static async Task<List<Times>> Desks(IQueryable<CountedContact> found, CancellationToken ct)
    {
        var times = new List<Times>();
        foreach (var desk in await found.GroupBy(c => c.Desk).Select(g => new { Of = g.Key, Told = g.Count(c => c.Channel != CountedContact.Phone), All = g.Count() }).ToListAsync(ct))
        {
            var ours = found.Where(c => c.Desk == desk.Of);
            times.Add(new Times(desk.Of, desk.Told, desk.All, Sorted(await ours.Where(c => c.FirstAnswer != null).Select(c => c.FirstAnswer!.Value).ToListAsync(ct)),
                Sorted(await ours.Where(c => c.Solution != null).Select(c => c.Solution!.Value).ToListAsync(ct))));
        }

        return times;
    }

    private static Dictionary<string, long?> Measured(Times of)
    {
        var measured = new Dictionary<string, long?> { ["told"] = of.Told, ["answered"] = of.Answers.Count };
        foreach (var (name, percent) in Quantiles.All)
            measured[$"firstAnswer{name}"] = Quantiles.Of(of.Answers, percent);
        measured["solved"] = of.Solutions.Count;
        foreach (var (name, percent) in Quantiles.All)
            measured[$"solution{name}"] = Quantiles.Of(of.Solutions, percent);
        return measured;
    }

    private static List<int> Sorted(IEnumerable<int?> values) => Sorted(values.OfType<int>());

    private static List<int> Sorted(IEnumerable<int> values)
    {
        List<int> sorted = [.. values];
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

    /// <param name="Told">In writing: who calls is answered at once.</param>
    private sealed record Times(object? Of, int Told, int All, List<int> Answers, List<int> Solutions);

    private sealed record Timed(long Second, string? By, string Channel, int? FirstAnswer, int? Solution);
}
