using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.ProductLog.Setting;

public static class SettingMapping
{
    extension(Db db)
    {
        public Task<ProductLogSettings> ProductLogSettings(CancellationToken ct) => db.Set<ProductLogSettings>().AsNoTracking().SingleAsync(ct);

        public async Task<SettingsView> ProductLogSettingsView(CancellationToken ct)
        {
            var set = await db.ProductLogSettings(ct);
            return new(set.Fields, set.Facts, set.RetentionDays, await db.Set<Reindexing>().AnyAsync(ct));
        }

        /// <summary>They do not change until this work has ended: what is taken in by the old fields is there when the new ones look through all.</summary>
        internal async Task<ProductLogSettings> ProductLogSettingsHeld() => db.IsPostgres
            ? (await db.Set<ProductLogSettings>().FromSql($"select * from product_log_settings for share").AsNoTracking().ToListAsync(CancellationToken.None)).Single()
            : await db.ProductLogSettings(CancellationToken.None);

        public async Task<SettingsView> SetProductLog(SettingsBody asked, DateTimeOffset now)
        {
            var set = await (db.IsPostgres ? db.Set<ProductLogSettings>().FromSql($"select * from product_log_settings for update") : db.Set<ProductLogSettings>()).AsTracking().ToListAsync(CancellationToken.None) is [var one]
                ? one : throw new InvalidOperationException("There is one row of settings, made with the table.");
            var fields = asked.Fields?.Distinct().ToList() ?? set.Fields;
            var others = !fields.ToHashSet().SetEquals(set.Fields);
            (set.Fields, set.Facts, set.RetentionDays) = (fields, asked.Facts?.Distinct().ToList() ?? set.Facts, asked.RetentionDays ?? set.RetentionDays);
            if (others)
            {
                await db.Set<Reindexing>().ExecuteDeleteAsync(CancellationToken.None);
                db.Add(new Reindexing { Since = now });
                db.RingAfterCommit(ReindexingFollower.Topic);
            }

            await db.SaveChangesAsync(CancellationToken.None);
            return await db.ProductLogSettingsView(CancellationToken.None);
        }
    }
}
