using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Cases.Translating;

/// <summary>A translation that this node fetches now.</summary>
public sealed record Errand(Id<Case> CaseId, int Number, string From, string To, string Text);

public static class TranslationMapping
{
    private const int Tries = 8;
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(3);

    extension(Db db)
    {
        public DbSet<Translation> Translations => db.Set<Translation>();

        /// <summary>Asks for what those who answer the case cannot read: the customer's new words, and, when other people take it on, all that was said before.</summary>
        public async Task AskForTranslations(IReadOnlyList<Entry> entries, DateTimeOffset now)
        {
            foreach (var ofCase in entries.Where(e => IsWord(e) || IsNewReader(e)).GroupBy(e => e.CaseId))
            {
                var id = ofCase.Key;
                if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, CancellationToken.None) is not { } theCase || Reading.Target(theCase.Language, await db.Readers(theCase)) is not { } to)
                    continue;
                var before = ofCase.Where(IsNewReader).Select(e => e.Number).DefaultIfEmpty(0).Max();
                var numbers = ofCase.Where(IsWord).Select(e => e.Number).ToHashSet();
                if (before > 0)
                    numbers.UnionWith(await db.Entries.Where(e => e.CaseId == id && e.Number < before && ((e.Kind == "message" && e.Role == Role.Customer) || e.Kind == "callTaken")).Select(e => e.Number).ToListAsync(CancellationToken.None));
                foreach (var number in numbers)
                    await db.Database.ExecuteSqlAsync($"""
                        insert into translations ("CaseId", "Number", "Language", "From", "Attempts", "DueAt") values ({id.Value}, {number}, {to}, {Reading.Primary(theCase.Language)}, 0, {db.Stored(now)})
                        on conflict ("CaseId", "Number", "Language") do nothing
                        """, CancellationToken.None);
                if (numbers.Count > 0)
                    db.RingAfterCommit(TranslationFollower.Topic);
            }
        }

        /// <summary>The one that has waited longest, taken for a few minutes; null when none is due.</summary>
        public async Task<Errand?> ClaimTranslation(DateTimeOffset now)
        {
            var due = db.IsPostgres
                ? db.Translations.FromSql($"""select * from translations where "DueAt" <= {now} order by "DueAt" limit 1 for update skip locked""")
                : db.Translations.Where(t => t.DueAt <= now).OrderBy(t => t.DueAt).Take(1);
            if ((await due.AsTracking().ToListAsync(CancellationToken.None)).SingleOrDefault() is not { } row)
                return null;
            row.DueAt = now + Claim; // a node that dies gives it back
            var (id, number) = (row.CaseId, row.Number);
            var entry = await db.Entries.AsNoTracking().SingleAsync(e => e.CaseId == id && e.Number == number, CancellationToken.None);
            await db.SaveChangesAsync(CancellationToken.None);
            return new(id, number, row.From, row.Language, WordsOf(entry.What));
        }

        public async Task Translated(Errand done, string? text, string? error, DateTimeOffset now)
        {
            if (await db.Translations.AsTracking().SingleOrDefaultAsync(t => t.CaseId == done.CaseId && t.Number == done.Number && t.Language == done.To, CancellationToken.None) is not { } row)
                return;
            row.Attempts++;
            row.Text = text is null ? row.Text : PlainText.IsStorable(text) ? PlainText.Clean(text) : null;
            row.Error = row.Text is null ? error ?? "an answer that cannot be read" : null;
            row.DueAt = row.Text is not null || row.Attempts >= Tries ? null : now + Reading.Pause(row.Attempts);
            await db.SaveChangesAsync(CancellationToken.None);
        }

        /// <summary>What there is, done or failed, of these entries.</summary>
        public Task<List<Translation>> TranslationsOf(Id<Case> id, IReadOnlyCollection<int> numbers, CancellationToken ct) =>
            db.Translations.AsNoTracking().Where(t => t.CaseId == id && numbers.Contains(t.Number) && (t.Text != null || t.Error != null)).OrderBy(t => t.Number).ToListAsync(ct);

        // Who answers it: the agent in charge, or else the desk.
        private async Task<IReadOnlyList<string>> Readers(Case theCase)
        {
            var (agent, desk) = (theCase.AgentId, theCase.DeskId);
            return await db.Agents.Where(a => a.Id == agent).Select(a => a.Languages).SingleOrDefaultAsync(CancellationToken.None)
                ?? await db.Desks.Where(d => d.Id == desk).Select(d => d.Languages).SingleAsync(CancellationToken.None);
        }
    }

    private static bool IsWord(Entry entry) => entry is { Role: Role.Customer, Kind: "message" } || entry.Kind is "callTaken";

    private static bool IsNewReader(Entry entry) => entry.Kind is "handoverAccepted" or "takenOver" or "assigned";

    private static string WordsOf(Happening what) => what switch
    {
        MessageSaid said => said.Text,
        CallTaken call => call.Text,
        _ => "",
    };

    private sealed class Mapping : IEntityTypeConfiguration<Translation>
    {
        public void Configure(EntityTypeBuilder<Translation> builder)
        {
            builder.ToTable("translations").HasKey(t => new { t.CaseId, t.Number, t.Language });
            builder.HasIndex(t => t.DueAt);
        }
    }
}
