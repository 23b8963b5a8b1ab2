using System.Text.Json;
using Madoguchi.Desks.Hours;
using Madoguchi.Reports.Counting;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Reports.Monthly;

/// <summary>A month as it was when it was over.</summary>
public sealed class KeptMonth
{
    /// <summary>2026-11.</summary>
    public required string Month { get; init; }
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The <see cref="MonthReport"/> as JSON.</summary>
    public required string Content { get; init; }
}

public static class MonthMapping
{
    extension(Db db)
    {
        public DbSet<KeptMonth> KeptMonths => db.Set<KeptMonth>();

        /// <summary>What was kept of a month that is over; otherwise what can be reckoned of it now.</summary>
        public async Task<MonthReport> Month(Month month, HouseZone zone, DateTimeOffset now, CancellationToken ct) =>
            await db.Kept(month, ct) ?? await db.Reckon(month, zone, now, ct);

        public async Task<MonthReport?> Kept(Month month, CancellationToken ct)
        {
            var name = month.ToString();
            return await db.KeptMonths.AsNoTracking().SingleOrDefaultAsync(m => m.Month == name, ct) is { } kept ? JsonSerializer.Deserialize<MonthReport>(kept.Content, Json.Kept)?.Kept() : null;
        }

        /// <summary>From the record, beside the month before.</summary>
        public async Task<MonthReport> Reckon(Month month, HouseZone zone, DateTimeOffset now, CancellationToken ct)
        {
            var period = month.In(zone);
            var before = (await db.Kept(month.Before, ct))?.Parts ?? await db.Parts(month.Before.In(zone), now, ct);
            var parts = (await db.Parts(period, now, ct)).ToDictionary(p => p.Key, p => Beside(p.Value, before[p.Key]));
            var complete = now >= DateTimeOffset.FromUnixTimeSeconds(period.End);
            return new(month.ToString(), period.From, period.To, zone.Name, complete, now, Headlines.Of(month, complete, parts), parts);
        }

        /// <summary>Every month of which there is something to read, the newest first.</summary>
        public async Task<IReadOnlyList<Month>> Months(HouseZone zone, DateTimeOffset now, CancellationToken ct)
        {
            var first = await db.CountedContacts.AsNoTracking().Select(c => (long?)c.Second).MinAsync(ct);
            var (oldest, months) = (Monthly.Month.Of(zone.DayOf(first is { } second ? DateTimeOffset.FromUnixTimeSeconds(second) : now)), new List<Month>());
            for (var month = Monthly.Month.Of(zone.DayOf(now)); month >= oldest; month = month.Before)
                months.Add(month);
            return months;
        }

        private async Task<IReadOnlyDictionary<string, MonthPart>> Parts(Period period, DateTimeOffset now, CancellationToken ct)
        {
            List<MonthPart> parts = [await db.Fires(period, now, ct), .. await db.Said(period, now, ct), .. await db.CameFor(period, ct)];
            return parts.ToDictionary(p => p.Name);
        }
    }

    // The rows of what they came for stand beside those of the month before.
    private static MonthPart Beside(MonthPart part, MonthPart before)
    {
        if (!part.Columns.Contains("before"))
            return part with { Before = before.Sums };
        var earlier = before.Rows.ToDictionary(r => (string?)r[part.Columns[0]] ?? "", r => r["contacts"]);
        return MonthPart.Of(part.Name, part.Sums, part.Columns, part.Rows.Select(r => new Dictionary<string, object?>(r) { ["before"] = earlier.GetValueOrDefault((string?)r[part.Columns[0]] ?? "") ?? 0L })) with { Before = before.Sums };
    }

    private sealed class Mapping : IEntityTypeConfiguration<KeptMonth>
    {
        public void Configure(EntityTypeBuilder<KeptMonth> builder) => builder.ToTable("kept_months").HasKey(m => m.Month);
    }
}
