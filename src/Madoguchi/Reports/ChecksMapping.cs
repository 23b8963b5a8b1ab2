using Madoguchi.Cases;
using Madoguchi.Cases.Denying;
using Madoguchi.Desks;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Reports;

public static class ChecksMapping
{
    private static readonly string[] Measures = ["promised", .. Quantiles.All.Select(q => $"acknowledged{q.Name}"), "kept", "late", "confirmed", "contradicted", "notInLogs"];

    extension(Db db)
    {
        /// <summary>How long until a customer heard that somebody looks, by the first promise in a case; whether promises were kept in time; and what the looks of the period came to.</summary>
        public async Task<Report> Checks(ReportAsked asked, CancellationToken ct)
        {
            var (start, end, desks) = (DateTimeOffset.FromUnixTimeSeconds(asked.Period.Start), DateTimeOffset.FromUnixTimeSeconds(asked.Period.End), asked.Desks);
            var promises = await db.CheckPromises.AsNoTracking().Where(c => c.At >= start && c.At < end)
                .Join(db.Desks, c => c.DeskId, d => d.Id, (c, d) => new { c.CaseId, c.Entry, c.At, c.DueAt, c.KeptAt, c.RangAt, d.Slug }).Where(c => desks == null || desks.Contains(c.Slug))
                .Join(db.Cases, c => c.CaseId, c => c.Id, (c, theCase) => new { c.CaseId, c.Entry, c.At, c.DueAt, c.KeptAt, c.RangAt, c.Slug, theCase.OpenedAt }).ToListAsync(ct);
            var findings = await db.Findings.AsNoTracking().Where(f => f.At >= start && f.At < end)
                .Join(db.Cases, f => f.CaseId, c => c.Id, (f, c) => new { f.At, f.Verdict, c.DeskId }).Join(db.Desks, f => f.DeskId, d => d.Id, (f, d) => new { f.At, f.Verdict, d.Slug })
                .Where(f => desks == null || desks.Contains(f.Slug)).ToListAsync(ct);
            var firsts = promises.GroupBy(p => p.CaseId).Select(g => (g.Key, g.Min(p => p.Entry))).ToHashSet();
            var looked = promises.Select(p => new Looked(
                    Of(asked, p.Slug, p.At), firsts.Contains((p.CaseId, p.Entry)) ? (int)Math.Clamp((p.At - p.OpenedAt).TotalSeconds, 0, int.MaxValue) : null, p.KeptAt <= p.DueAt, p.RangAt is not null || p.KeptAt > p.DueAt, null))
                .Concat(findings.Select(f => new Looked(Of(asked, f.Slug, f.At), null, false, false, f.Verdict))).ToList();
            var groups = looked.GroupBy(l => l.Of);
            var sorted = asked.By == "week" ? groups.OrderBy(g => (DateOnly)g.Key) : groups.OrderByDescending(g => g.Count()).ThenBy(g => (string)g.Key, StringComparer.Ordinal);
            return asked.Answer(Measured(looked), [asked.By, .. Measures], sorted.Select(g => Report.Row([(asked.By, g.Key), .. Measured([.. g]).Select(m => (m.Key, (object?)m.Value))])));
        }
    }

    private static Dictionary<string, long?> Measured(List<Looked> looked)
    {
        List<int> waits = [.. looked.Select(l => l.Acknowledged).OfType<int>().Order()];
        var measured = new Dictionary<string, long?> { ["promised"] = looked.Count(l => l.Verdict is null) };
        foreach (var (name, percent) in Quantiles.All)
            measured[$"acknowledged{name}"] = Quantiles.Of(waits, percent);
        (measured["kept"], measured["late"]) = (looked.Count(l => l.Kept), looked.Count(l => l.Late));
        (measured["confirmed"], measured["contradicted"], measured["notInLogs"]) = (Of(looked, Verdict.Confirmed), Of(looked, Verdict.Contradicted), Of(looked, Verdict.NotInLogs));
        return measured;
    }

    private static object Of(ReportAsked asked, string slug, DateTimeOffset at) => asked.By == "week" ? Monday(asked.DayOf(at.ToUnixTimeSeconds())) : slug;

    private static int Of(List<Looked> looked, Verdict verdict) => looked.Count(l => l.Verdict == verdict);

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <param name="Of">A desk, or a week's Monday.</param>
    /// <param name="Acknowledged">Seconds from the story to the first promise of a check.</param>
    /// <param name="Verdict">Of a finding; nothing of a promise.</param>
    private sealed record Looked(object Of, int? Acknowledged, bool Kept, bool Late, Verdict? Verdict);
}
