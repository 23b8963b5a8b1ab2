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
            var said = (await db.ActsIn(asked, [ActKind.Thanked, ActKind.Solved]).Select(a => new { a.Kind, a.Desk, a.Second, a.Words }).ToListAsync(ct))
                .ConvertAll(a => new Said(asked.By == "week" ? Monday(asked.DayOf(a.Second)) : a.Desk, a.Kind is ActKind.Thanked ? a.Words![0] - '0' : null)); // a score was given
            var groups = said.GroupBy(s => s.Of);
            var sorted = asked.By == "week" ? groups.OrderBy(g => (DateOnly)g.Key) : groups.OrderByDescending(g => g.Count()).ThenBy(g => (string)g.Key, StringComparer.Ordinal);
            return asked.Answer(Measured(said), [asked.By, .. Measures], sorted.Select(g => Report.Row([(asked.By, g.Key), .. Measured([.. g]).Select(m => (m.Key, (object?)m.Value))])));
        }
    }

    /// <param name="Of">A desk, or a week's Monday.</param>
    /// <param name="Score">Nothing: it was solved.</param>
    private sealed record Said(object Of, int? Score);

    private static Dictionary<string, long?> Measured(List<Said> said)
    {
        var (all, content) = (said.Count(s => s.Score is not null), said.Count(s => s.Score > 3));
        var share = Share.Of(content, all);
        return new()
        {
            ["solved"] = said.Count(s => s.Score is null), ["thanked"] = all, ["content"] = content, ["soSo"] = said.Count(s => s.Score == 3), ["discontent"] = said.Count(s => s.Score < 3),
            ["share"] = share.Percent, ["shareLow"] = share.Low, ["shareHigh"] = share.High,
        };
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
