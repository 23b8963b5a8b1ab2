using Madoguchi.Storage;
using Madoguchi.Voices;
using Madoguchi.Voices.Warming;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Reports.Monthly;

/// <summary>What customers said, what was fixed because of it, and what still waits for a decision.</summary>
public static class SaidMapping
{
    private const int Most = 100;

    extension(Db db)
    {
        internal async Task<IReadOnlyList<MonthPart>> Said(Period period, DateTimeOffset now, CancellationToken ct)
        {
            var (start, end) = (DateTimeOffset.FromUnixTimeSeconds(period.Start), DateTimeOffset.FromUnixTimeSeconds(period.End));
            var until = now < end ? now : end;
            var voices = await db.Voices.AsNoTracking().Where(v => v.MergedIntoId == null && v.CreatedAt < end).ToListAsync(ct);
            var ids = voices.ConvertAll(v => v.Id);
            var said = await db.AllSaid(ct);
            var decided = await db.Decisions.AsNoTracking().Where(d => ids.Contains(d.VoiceId) && d.CancelledAt == null && d.At < end).OrderBy(d => d.At).ToListAsync(ct);
            var known = voices.ConvertAll(v => new Known(v, [.. said.GetValueOrDefault(v.Id, []).Where(s => s.At < end).OrderBy(s => s.At)], decided.LastOrDefault(d => d.VoiceId == v.Id), until));
            return [Voices(known, start), Fixes(known, [.. decided.Where(d => d.State is VoiceState.Fixed && d.At >= start).GroupBy(d => d.VoiceId).Select(g => g.Last())]), Waiting(known, until)];
        }
    }

    private static MonthPart Voices(List<Known> known, DateTimeOffset start)
    {
        var heard = known.FindAll(k => k.Since(start) > 0);
        return MonthPart.Of("voices",
            new Dictionary<string, long?> { ["voices"] = heard.Count, ["newVoices"] = known.Count(k => k.Voice.CreatedAt >= start), ["customers"] = heard.Sum(k => (long)k.Since(start)) },
            ["voice", "kind", "state", "temperature", "customers", "customersAll"],
            known.Where(k => k.Said.Count > 0).OrderByDescending(k => k.Degrees).ThenByDescending(k => k.Since(start)).ThenBy(k => k.Voice.Title, StringComparer.Ordinal).Take(Most)
                .Select(k => Report.Row(("voice", k.Voice.Title), ("kind", k.Voice.Kind), ("state", k.State), ("temperature", k.Degrees), ("customers", k.Since(start)), ("customersAll", k.All))));
    }

    private static MonthPart Fixes(List<Known> known, List<Decision> fixes)
    {
        var rows = fixes.ConvertAll(f => (Fix: f, Of: known.Find(k => k.Voice.Id == f.VoiceId)!)) // asked for by these
            .ConvertAll(f => (f.Fix, f.Of, Behind: f.Of.Customers(s => s.At <= f.Fix.At), Days: f.Of.Said is [var first, ..] ? Days(first.At, f.Fix.At) : (int?)null));
        return MonthPart.Of("fixes",
            new Dictionary<string, long?> { ["fixes"] = rows.Count, ["behind"] = rows.Sum(r => (long)r.Behind), ["daysP50"] = Quantiles.Of([.. rows.Select(r => r.Days).OfType<int>().Order()], 50) },
            ["voice", "version", "fixedAt", "behind", "firstSaidAt", "days"],
            rows.OrderByDescending(r => r.Behind).ThenBy(r => r.Fix.At)
                .Select(r => Report.Row(("voice", r.Of.Voice.Title), ("version", r.Fix.Version), ("fixedAt", r.Fix.At), ("behind", r.Behind), ("firstSaidAt", r.Of.Said is [var first, ..] ? first.At : null), ("days", r.Days))));
    }

    private static MonthPart Waiting(List<Known> known, DateTimeOffset until)
    {
        var waiting = known.FindAll(k => k.State is VoiceState.Open && k.Said.Count > 0).ConvertAll(k => (Of: k, Days: Days(k.WaitsSince, until)));
        return MonthPart.Of("decisions",
            new Dictionary<string, long?> { ["waiting"] = waiting.Count, ["longestDays"] = waiting.Count == 0 ? null : waiting.Max(w => w.Days), ["customers"] = waiting.Sum(w => (long)w.Of.All), ["nobodyDecides"] = waiting.Count(w => w.Of.Voice.DeciderName is null) },
            ["voice", "kind", "decider", "waitingSince", "days", "behind", "temperature"],
            waiting.OrderByDescending(w => w.Days).ThenByDescending(w => w.Of.Degrees).Take(Most).Select(w => Report.Row(
                ("voice", w.Of.Voice.Title), ("kind", w.Of.Voice.Kind), ("decider", w.Of.Voice.DeciderName), ("waitingSince", w.Of.WaitsSince), ("days", w.Days), ("behind", w.Of.All), ("temperature", w.Of.Degrees))));
    }

    private static int Days(DateTimeOffset from, DateTimeOffset to) => to <= from ? 0 : (int)(to - from).TotalDays;

    /// <summary>A voice as it stood at the end of the month.</summary>
    /// <param name="Said">By each of its customers, the first word first.</param>
    private sealed record Known(Voice Voice, IReadOnlyList<Said> Said, Decision? Decided, DateTimeOffset Until)
    {
        public VoiceState State => Decided?.State ?? VoiceState.Open;

        public double Degrees { get; } = Temperature.Of(Said, Until);

        public DateTimeOffset WaitsSince => Voice.WaitingSince == default ? Voice.CreatedAt : Voice.WaitingSince;

        public int All => Customers(_ => true);

        public int Since(DateTimeOffset start) => Customers(s => s.At >= start);

        public int Customers(Func<Said, bool> which) => Said.Where(which).Select(s => s.Customer).Distinct().Count();
    }
}
