using Madoguchi.Reports.Counting;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Reports;

public static class SatisfactionMapping
{
    private static readonly string[] Measures = ["solved", "thanked", "content", "soSo", "discontent", "share", "shareLow", "shareHigh"];

    extension(Db db)
    {
        /// <summary>What customers said after it was solved: the last word of each case, by the desk that had it then. Never by person.</summary>
        public async Task<Report> Satisfaction(ReportAsked asked, CancellationToken ct)
        {
            var acts = db.ActsIn(asked, [ActKind.Thanked, ActKind.Solved]);
            // By desk, as the pages ask, the database adds up: most of a desk's cases are solved.
            var said = asked.By == "week"
                ? (await acts.Select(a => new { a.Kind, a.Second, a.Words }).ToListAsync(ct)).ConvertAll(a => new Said(Monday(asked.DayOf(a.Second)), Score(a.Kind, a.Words), 1))
                : (await acts.GroupBy(a => new { a.Desk, a.Kind, a.Words }).Select(g => new { g.Key.Desk, g.Key.Kind, g.Key.Words, Count = g.Count() }).ToListAsync(ct)).ConvertAll(a => new Said(a.Desk, Score(a.Kind, a.Words), a.Count));
            var groups = said.GroupBy(s => s.Of);
            var sorted = asked.By == "week" ? groups.OrderBy(g => (DateOnly)g.Key) : groups.OrderByDescending(g => g.Sum(s => s.Count)).ThenBy(g => (string)g.Key, StringComparer.Ordinal);
            return asked.Answer(Measured(said), [asked.By, .. Measures], sorted.Select(g => Report.Row([(asked.By, g.Key), .. Measured([.. g]).Select(m => (m.Key, (object?)m.Value))])));
        }
    }

    /// <param name="Of">A desk, or a week's Monday.</param>
    /// <param name="Score">Nothing: it was solved.</param>
    private sealed record Said(object Of, int? Score, int Count);

    private static int? Score(ActKind kind, string? words) => kind is ActKind.Thanked ? words![0] - '0' : null; // a score was given

    private static Dictionary<string, long?> Measured(List<Said> said)
    {
        var (all, content) = (Count(s => s.Score is not null), Count(s => s.Score > 3));
        var share = Share.Of(content, all);
        return new()
        {
            ["solved"] = Count(s => s.Score is null), ["thanked"] = all, ["content"] = content, ["soSo"] = Count(s => s.Score == 3), ["discontent"] = Count(s => s.Score < 3),
            ["share"] = share.Percent, ["shareLow"] = share.Low, ["shareHigh"] = share.High,
        };

        int Count(Func<Said, bool> which) => said.Where(which).Sum(s => s.Count);
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
