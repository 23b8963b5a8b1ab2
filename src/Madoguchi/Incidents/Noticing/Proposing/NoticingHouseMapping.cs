using Madoguchi.Incidents.Noticing.Jumps;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Incidents.Noticing.Proposing;

public static class NoticingHouseMapping
{
    private const int Days = 90;
    private static readonly JumpKind[] Common = [JumpKind.ErrorText, JumpKind.Problem, JumpKind.Product];

    // No error text has a line break in it.
    private static readonly JumpKey NeverHeard = new(JumpKind.ErrorText, "\n");

    extension(Db db)
    {
        /// <summary>What was chosen, and what each choice means by what is usual here.</summary>
        public async Task<NoticingHouse> NoticingHouse(DateTimeOffset now, CancellationToken ct)
        {
            var settings = NoticingSettings.Of(await db.NoticingState(ct));
            List<JumpKey> keys = [];
            foreach (var kind in Common)
            {
                var name = kind.ToString();
                if (await db.ContactHours.Where(h => h.Kind == name).GroupBy(h => h.Key).OrderByDescending(g => g.Sum(h => h.Count)).ThenBy(g => g.Key).Select(g => g.Key).FirstOrDefaultAsync(ct) is { } most)
                    keys.Add(new(kind, most));
            }

            var (past, names) = (await db.Past(keys, ct), await db.NamesOf(now, ct));
            var busiest = past.Total == 0 ? now : Needed.Busiest(past);
            var since = now.AddDays(-Days);
            var proposed = await db.IncidentProposals.Where(p => p.FoundAt > since).GroupBy(p => p.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
            return new(
                settings, past.Days, busiest, past.Total == 0 ? 0 : Normal.All(past, busiest, Needed.Minutes), [.. keys.Prepend(NeverHeard).Select(k => Example(past, k, busiest, settings.Fewest ?? Looking.Fewest, names))],
                proposed.Values.Sum(), proposed.GetValueOrDefault(ProposalState.Declared), proposed.GetValueOrDefault(ProposalState.Dismissed));
        }

        // Products and problems as they are written; they are counted by what is left when width and case are one.
        private async Task<ILookup<string, string>> NamesOf(DateTimeOffset now, CancellationToken ct)
        {
            var since = now.AddDays(-Days);
            var marks = db.ContactMarks.Where(m => m.At > since);
            var names = await marks.Where(m => m.Product != null).Select(m => m.Product).Distinct().ToListAsync(ct);
            names.AddRange(await marks.Where(m => m.Problem != null).Select(m => m.Problem).Distinct().ToListAsync(ct));
            return names.OfType<string>().Where(n => n.Trim().Length > 0).Order(StringComparer.Ordinal).ToLookup(ErrorText.Spaced);
        }
    }

    private static NoticingExample Example(Past past, JumpKey key, DateTimeOffset at, int fewest, ILookup<string, string> names) =>
        new(key.Kind, key == NeverHeard ? null : names[key.Text].FirstOrDefault() ?? key.Text, key == NeverHeard ? 0 : Needed.Ordinary(past, key, at), [.. Enum.GetValues<FalseAlarms>().Select(chosen => Needed.People(past, key, at, chosen, fewest))]);
}
