using Madoguchi.Desks;
using Madoguchi.Learning.Helping;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Learning.Missing;

public static class MissingMapping
{
    /// <summary>More than a house writes about in years; a flood of made-up words pushes out the rarest, not the house.</summary>
    private const int Most = 3_000;
    private const int Some = 300;
    private const int Listed = 60;

    extension(Db db)
    {
        public DbSet<HelpSearch> HelpSearches => db.Set<HelpSearch>();

        /// <summary>Counts what a search came to. What was kept under other words before is not looked for.</summary>
        /// <param name="language">Of the page; missing where only what is known already is counted.</param>
        public async Task CountSearch(string searched, string? language, Came came, DateTimeOffset now)
        {
            if (HelpSearch.Keepable(searched) is not var (words, folded))
                return;
            var (missed, found) = (came is Came.Missed ? 1 : 0, came is Came.Found ? 1 : 0);
            if (language is not null)
                await db.Database.ExecuteSqlAsync($"""
                    insert into help_searches ("Id", "Folded", "Words", "Language", "Missed", "Found", "Opened", "InVain", "FirstAt", "LastAt", "FailedAt")
                    values ({Id<HelpSearch>.New().Value}, {folded}, {words}, {language}, {missed}, {found}, 0, 0, {db.Stored(now)}, {db.Stored(now)}, case when {missed} > 0 then {db.Stored(now)} end)
                    on conflict ("Folded") do update set "Missed" = help_searches."Missed" + {missed}, "Found" = help_searches."Found" + {found}, "LastAt" = {db.Stored(now)}, "FailedAt" = coalesce(excluded."FailedAt", help_searches."FailedAt")
                    """, CancellationToken.None);
            else
            {
                var known = db.HelpSearches.Where(s => s.Folded == folded);
                _ = came is Came.InVain ? await known.ExecuteUpdateAsync(s => s.SetProperty(x => x.InVain, x => x.InVain + 1).SetProperty(x => x.FailedAt, (DateTimeOffset?)now), CancellationToken.None)
                    : await known.ExecuteUpdateAsync(s => s.SetProperty(x => x.Opened, x => x.Opened + 1), CancellationToken.None);
            }

            if (language is not null && await db.HelpSearches.CountAsync(CancellationToken.None) > Most)
                await db.ForgetRarest();
        }

        /// <summary>To write from: what was searched in vain, merged by likeness. What an article that was written since answers is left out.</summary>
        public async Task<IReadOnlyList<Missed>> MissingSearches(CancellationToken ct)
        {
            var searches = await db.HelpSearches.AsNoTracking().Where(s => s.Missed > 0 || s.InVain > 0 || s.Found > s.Opened).OrderByDescending(s => s.Missed + s.InVain + s.Found - s.Opened).ThenByDescending(s => s.LastAt).Take(Some).ToListAsync(ct);
            var index = await db.HelpIndex(ct);
            return [.. Missed.Of(searches).Where(m => !index.AnswersSince(m.OpenSince, m.Words)).Take(Listed)];
        }

        /// <summary>Nothing to write about, or written: counted from nothing, should it be searched again.</summary>
        public async Task<bool> Dismiss(IReadOnlyList<Id<HelpSearch>> searches, CurrentAgent agent, DateTimeOffset now)
        {
            var by = agent.Name;
            return await db.HelpSearches.Where(s => searches.Contains(s.Id)).ExecuteUpdateAsync(
                s => s.SetProperty(x => x.Missed, 0).SetProperty(x => x.Found, 0).SetProperty(x => x.Opened, 0).SetProperty(x => x.InVain, 0).SetProperty(x => x.DismissedAt, (DateTimeOffset?)now).SetProperty(x => x.DismissedBy, by), CancellationToken.None) > 0;
        }

        private async Task ForgetRarest()
        {
            var rarest = await db.HelpSearches.OrderBy(s => s.Missed + s.Found + s.InVain).ThenBy(s => s.LastAt).Select(s => s.Id).Take(Most / 10).ToListAsync(CancellationToken.None);
            await db.HelpSearches.Where(s => rarest.Contains(s.Id)).ExecuteDeleteAsync(CancellationToken.None);
        }
    }

    private sealed class Mapping : IEntityTypeConfiguration<HelpSearch>
    {
        public void Configure(EntityTypeBuilder<HelpSearch> builder)
        {
            builder.ToTable("help_searches").HasKey(s => s.Id);
            builder.Property(s => s.Id).ValueGeneratedNever();
            builder.HasIndex(s => s.Folded).IsUnique();
            builder.HasIndex(s => s.LastAt);
            builder.Ignore(s => s.PassedOver);
        }
    }
}
