using Madoguchi.Incidents.Noticing.Jumps;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Incidents.Noticing.Proposing;

/// <summary>Adds up what is over, hour by hour, so that "what is normal" is a look at a few rows however many cases there are.</summary>
public static class CountingMapping
{
    private const int Weeks = 8;
    private const int AtOnce = 48;

    // An hour is counted when what belongs to it is known: facts come later than words, and a proposal takes its cases out.
    private const int Settles = 2;

    extension(Db db)
    {
        internal DbSet<ContactHour> ContactHours => db.Set<ContactHour>();

        internal Task<NoticingState> NoticingState(CancellationToken ct) => db.Set<NoticingState>().AsNoTracking().SingleAsync(ct);

        /// <summary>What was chosen before.</summary>
        public async Task<NoticingSettings> SetNoticing(NoticingSettings to)
        {
            var before = NoticingSettings.Of(await db.NoticingState(CancellationToken.None));
            await db.Set<NoticingState>().ExecuteUpdateAsync(s => s.SetProperty(x => x.FalseAlarms, to.FalseAlarms).SetProperty(x => x.Fewest, to.Fewest ?? before.Fewest), CancellationToken.None);
            return before;
        }

        /// <summary>A contact of an hour that was counted already: from there it is counted once more.</summary>
        internal Task CountAgain(DateTimeOffset from)
        {
            var hour = Hour(from);
            return db.Set<NoticingState>().Where(s => s.CountedUntil > hour).ExecuteUpdateAsync(s => s.SetProperty(x => x.CountedUntil, hour), CancellationToken.None);
        }

        /// <summary>True: there is more to count.</summary>
        internal async Task<bool> CountHours(DateTimeOffset now)
        {
            var (until, oldest) = (Hour(now) - Settles, Hour(now) - Weeks * 168);
            var state = await db.Set<NoticingState>().AsTracking().SingleAsync(CancellationToken.None);
            var from = Math.Max(state.CountedUntil ?? oldest, oldest);
            // Empty hours are passed over at once.
            var start = At(from);
            if (await db.ContactMarks.Where(m => m.At >= start).OrderBy(m => m.At).Select(m => (DateTimeOffset?)m.At).FirstOrDefaultAsync(CancellationToken.None) is { } first)
                from = Math.Max(from, Math.Min(Hour(first), until));
            if (from >= until)
            {
                if (state.CountedUntil is null || state.CountedUntil > until)
                    state.CountedUntil = until;
                await db.SaveChangesAsync(CancellationToken.None);
                return false;
            }

            var to = Math.Min(until, from + AtOnce);
            await db.ContactHours.Where(h => (h.Hour >= from && h.Hour < to) || h.Hour < oldest).ExecuteDeleteAsync(CancellationToken.None);
            var (begin, end) = (At(from), At(to));
            var explained = db.ProposalCases.Where(c => db.Set<IncidentProposal>().Any(p => p.Id == c.ProposalId && (p.State == ProposalState.Open || p.State == ProposalState.Declared))).Select(c => c.CaseId);
            var marks = await db.ContactMarks.AsNoTracking().Where(m => m.At >= begin && m.At < end && !explained.Contains(m.CaseId) && !db.Set<IncidentCase>().Any(i => i.CaseId == m.CaseId && i.RemovedAt == null))
                .ToListAsync(CancellationToken.None);
            foreach (var hour in marks.Select(Told.Of).GroupBy(m => Hour(m.At)))
                db.AddRange(Keys(hour).GroupBy(k => k.Key, k => k.Told).Select(k => new ContactHour { Kind = k.Key.Kind, Key = k.Key.Text, Hour = hour.Key, Count = People.Among(k) }));
            state.CountedUntil = to;
            await db.SaveChangesAsync(CancellationToken.None);
            return to < until;
        }

        /// <param name="asked">Of which keys.</param>
        internal async Task<Past> Past(IReadOnlyList<JumpKey> asked, CancellationToken ct)
        {
            if ((await db.NoticingState(ct)).CountedUntil is not { } until)
                return Jumps.Past.Empty;
            var all = await db.ContactHours.AsNoTracking().Where(h => h.Kind == ContactHour.All && h.Hour < until).ToDictionaryAsync(h => h.Hour, h => h.Count, ct);
            var keys = new Dictionary<JumpKey, Dictionary<long, int>>();
            foreach (var kind in asked.GroupBy(k => k.Kind, k => k.Text))
            {
                var (name, texts) = (kind.Key.ToString(), kind.ToList());
                foreach (var key in (await db.ContactHours.AsNoTracking().Where(h => h.Kind == name && texts.Contains(h.Key) && h.Hour < until).ToListAsync(ct)).GroupBy(h => h.Key))
                    keys[new(kind.Key, key.Key)] = key.ToDictionary(h => h.Hour, h => h.Count);
            }

            var kinds = await db.ContactHours.Where(h => h.Kind != ContactHour.All).Select(h => new { h.Kind, h.Key }).Distinct().CountAsync(ct);
            return new(all, keys, until, kinds);
        }
    }

    internal static long Hour(DateTimeOffset at) => at.ToUnixTimeSeconds() / 3600;

    internal static DateTimeOffset At(long hour) => DateTimeOffset.FromUnixTimeSeconds(hour * 3600);

    private static IEnumerable<((string Kind, string Text) Key, Told Told)> Keys(IEnumerable<Told> hour)
    {
        foreach (var told in hour)
        {
            yield return ((ContactHour.All, ""), told);
            foreach (var kind in Enum.GetValues<JumpKind>())
            {
                if (told.By(kind) is { } text)
                    yield return ((kind.ToString(), text), told);
            }
        }
    }
}
