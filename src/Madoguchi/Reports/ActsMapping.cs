using Madoguchi.Desks;
using Madoguchi.Reports.Counting;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Reports;

public static class ActsMapping
{
    private static readonly ActKind[] Figures =
    [
        ActKind.Answer, ActKind.FirstAnswer, ActKind.Solved, ActKind.Call, ActKind.Offered, ActKind.Returned, ActKind.Accepted, ActKind.TakenOver, ActKind.FollowedUp, ActKind.AskedAgain,
        ActKind.SentAnyway, ActKind.Withdrawn,
    ];

    private static readonly string[] Measures = [.. Figures.Select(Name)];

    extension(Db db)
    {
        /// <summary>Known facts that were asked for all the same, beside all questions. What should stand here is nothing.</summary>
        public async Task<Report> AskedTwice(ReportAsked asked, CancellationToken ct)
        {
            var acts = await db.ActsIn(asked, [ActKind.AskedAgain, ActKind.Asked]).Select(a => new { a.Kind, a.Desk, a.Second, a.Words }).ToListAsync(ct);
            var groups = acts.GroupBy(a => asked.By switch { "desk" => a.Desk, "day" => (object)asked.DayOf(a.Second), _ => a.Words ?? "" })
                .Select(g => (g.Key, Again: g.Count(a => a.Kind is ActKind.AskedAgain), All: g.Count(a => a.Kind is ActKind.Asked)));
            return asked.Answer(
                new Dictionary<string, long?> { ["askedAgain"] = acts.Count(a => a.Kind is ActKind.AskedAgain), ["target"] = 0, ["questions"] = acts.Count(a => a.Kind is ActKind.Asked) },
                [asked.By, "askedAgain", "questions"],
                Sorted(asked.By, groups, g => g.Key, g => g.Again).Select(g => Report.Row((asked.By, g.Key), ("askedAgain", g.Again), ("questions", g.All))));
        }

        /// <summary>Replies that would have sent the customer away: held back, and sent all the same. Of one reply each phrase counts in its own row.</summary>
        public async Task<Report> SentAway(ReportAsked asked, CancellationToken ct)
        {
            var acts = await db.ActsIn(asked, [ActKind.HeldBack, ActKind.SentAnyway]).Select(a => new { a.Kind, a.Desk, a.Second, a.Words, a.Nth }).ToListAsync(ct);
            var groups = (asked.By == "phrase" ? acts : acts.Where(a => a.Nth == 0)).GroupBy(a => asked.By switch { "desk" => a.Desk, "day" => (object)asked.DayOf(a.Second), _ => a.Words ?? "" })
                .Select(g => (g.Key, Held: g.Count(a => a.Kind is ActKind.HeldBack), Sent: g.Count(a => a.Kind is ActKind.SentAnyway)));
            return asked.Answer(
                new Dictionary<string, long?> { ["heldBack"] = acts.Count(a => a is { Kind: ActKind.HeldBack, Nth: 0 }), ["sentAnyway"] = acts.Count(a => a is { Kind: ActKind.SentAnyway, Nth: 0 }) },
                [asked.By, "heldBack", "sentAnyway"],
                Sorted(asked.By, groups, g => g.Key, g => g.Held + g.Sent).Select(g => Report.Row((asked.By, g.Key), ("heldBack", g.Held), ("sentAnyway", g.Sent))));
        }

        /// <summary>What one agent has done: their own figures, and nobody else's.</summary>
        public async Task<Report> Mine(ReportAsked asked, CancellationToken ct)
        {
            var (me, start, end) = (asked.Me.IsBootstrap ? Guid.Empty : asked.Me.Id.Value, asked.Period.Start, asked.Period.End);
            var found = db.CountedActs.Where(a => a.AgentId == me && Figures.Contains(a.Kind) && a.Second >= start && a.Second < end);
            if (asked.Desk is { } desk)
                found = found.Where(a => a.Desk == desk);
            return await Days(asked, found, ct);
        }

        /// <summary>What the desks have done together; agent by agent only for who stands in for every desk.</summary>
        public async Task<Report> Team(ReportAsked asked, CancellationToken ct)
        {
            if (asked.By == "day")
                return await Days(asked, db.ActsIn(asked, Figures), ct);
            var groups = asked.By == "agent" ? await db.ByAgent(asked, ct)
                : (await db.ActsIn(asked, Figures).GroupBy(a => new { a.Desk, a.Kind }).Select(g => new { g.Key.Desk, g.Key.Kind, Count = g.Count() }).ToListAsync(ct)).ConvertAll(g => (Of: g.Desk, g.Kind, g.Count));
            return asked.Answer(Sums(groups.Select(g => (g.Kind, g.Count))), [asked.By, .. Measures],
                groups.GroupBy(g => g.Of).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Row((asked.By, g.Key), g.Select(x => (x.Kind, x.Count)))));
        }

        private async Task<List<(string Of, ActKind Kind, int Count)>> ByAgent(ReportAsked asked, CancellationToken ct)
        {
            var groups = await db.ActsIn(asked, Figures).GroupBy(a => new { a.AgentId, a.Kind }).Select(g => new { g.Key.AgentId, g.Key.Kind, Count = g.Count() }).ToListAsync(ct);
            var names = await db.Agents.ToDictionaryAsync(a => a.Id.Value, a => a.Name, ct);
            return groups.ConvertAll(g => (names.GetValueOrDefault(g.AgentId ?? Guid.Empty, CurrentAgent.Bootstrap.Name), g.Kind, g.Count));
        }

        internal IQueryable<CountedAct> ActsIn(ReportAsked asked, ActKind[] kinds)
        {
            var (start, end, desks) = (asked.Period.Start, asked.Period.End, asked.Desks);
            var found = db.CountedActs.AsNoTracking().Where(a => kinds.Contains(a.Kind) && a.Second >= start && a.Second < end);
            return desks is null ? found : found.Where(a => desks.Contains(a.Desk));
        }
    }

    private static async Task<Report> Days(ReportAsked asked, IQueryable<CountedAct> acts, CancellationToken ct)
    {
        var counted = new List<(DateOnly Day, ActKind Kind, int Count)>();
        foreach (var stretch in asked.Period.Stretches())
        {
            var (start, end, day) = (stretch.Start, stretch.End, stretch.Day);
            var groups = await acts.Where(a => a.Second >= start && a.Second < end).Select(a => new { Day = (a.Second - start) / day, a.Kind })
                .GroupBy(a => new { a.Day, a.Kind }).Select(g => new { g.Key.Day, g.Key.Kind, Count = g.Count() }).ToListAsync(ct);
            counted.AddRange(groups.Select(g => (stretch.First.AddDays((int)g.Day), g.Kind, g.Count)));
        }

        return asked.Answer(Sums(counted.Select(c => (c.Kind, c.Count))), ["day", .. Measures],
            counted.GroupBy(c => c.Day).OrderBy(g => g.Key).Select(g => Row(("day", g.Key), g.Select(c => (c.Kind, c.Count)))));
    }

    private static Dictionary<string, long?> Sums(IEnumerable<(ActKind Kind, int Count)> counted)
    {
        var sums = counted.GroupBy(c => c.Kind).ToDictionary(g => g.Key, g => g.Sum(c => (long)c.Count));
        return Figures.ToDictionary(Name, k => (long?)sums.GetValueOrDefault(k));
    }

    private static IReadOnlyDictionary<string, object?> Row((string, object?) key, IEnumerable<(ActKind Kind, int Count)> counted) =>
        Report.Row([key, .. Sums(counted).Select(s => (s.Key, (object?)s.Value))]);

    internal static IEnumerable<T> Sorted<T>(string by, IEnumerable<T> groups, Func<T, object> key, Func<T, int> count) => by == "day"
        ? groups.OrderBy(g => (DateOnly)key(g)) : groups.OrderByDescending(count).ThenBy(g => (string)key(g), StringComparer.Ordinal);

    // As on the wire: answer, firstAnswer …
    internal static string Name(ActKind kind) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}
