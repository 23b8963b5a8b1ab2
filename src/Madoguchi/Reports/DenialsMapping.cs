using Madoguchi.Reports.Counting;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Reports;

public static class DenialsMapping
{
    private static readonly ActKind[] Kinds = [ActKind.HeldForProof, ActKind.DeclinedWithProof, ActKind.NotADenial];

    extension(Db db)
    {
        /// <summary>Replies that say no: held back because nobody had looked, sent on a ground, and sent as no denial after all. Of one reply each phrase counts in its own row.</summary>
        public async Task<Report> Denied(ReportAsked asked, CancellationToken ct)
        {
            var acts = await db.ActsIn(asked, Kinds).Select(a => new { a.Kind, a.Desk, a.Second, a.Words, a.Nth }).ToListAsync(ct);
            var groups = (asked.By == "phrase" ? acts : acts.Where(a => a.Nth == 0)).GroupBy(a => asked.By switch { "desk" => a.Desk, "day" => (object)asked.DayOf(a.Second), _ => a.Words ?? "" })
                .Select(g => (g.Key, Counts: Kinds.Select(k => g.Count(a => a.Kind == k)).ToArray()));
            return asked.Answer(
                Kinds.ToDictionary(ActsMapping.Name, k => (long?)acts.Count(a => a.Kind == k && a.Nth == 0)), [asked.By, .. Kinds.Select(ActsMapping.Name)],
                ActsMapping.Sorted(asked.By, groups, g => g.Key, g => g.Counts.Sum()).Select(g => Report.Row([(asked.By, g.Key), .. Kinds.Select((k, i) => (ActsMapping.Name(k), (object?)g.Counts[i]))])));
        }
    }
}
