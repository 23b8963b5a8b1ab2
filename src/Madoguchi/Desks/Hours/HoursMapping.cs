using System.Text.Json;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Madoguchi.Desks.Hours;

public static class HoursMapping
{
    extension(Db db)
    {
        /// <summary>The desk's clock; always open without hours.</summary>
        public async Task<OpeningHours> OpeningHours(Id<Desk> desk, CancellationToken ct) =>
            (await db.Desks.Where(d => d.Id == desk).Select(d => d.Plan).SingleOrDefaultAsync(ct))?.In(db.GetService<HouseZone>().Zone) ?? Desks.Hours.OpeningHours.Always;

        public OpeningNow OpeningNow(Desk desk, DateTimeOffset now) => Desks.Hours.OpeningNow.Of(desk.Plan?.In(db.GetService<HouseZone>().Zone) ?? Desks.Hours.OpeningHours.Always, now);

        public async Task<(bool Known, HoursPlan? Plan)> HoursPlan(string slug, CancellationToken ct) =>
            PlainText.IsStorable(slug) && await db.Desks.Where(d => d.Slug == slug).Select(d => new { d.Plan }).SingleOrDefaultAsync(ct) is { } found ? (true, found.Plan) : (false, null);

        /// <summary>There are no two truths: the line written by hand goes when the hours are reckoned.</summary>
        /// <param name="expected">The version that the changer saw, if they care (If-Match).</param>
        public async Task<HoursRefusal?> SetHours(string slug, HoursPlan? plan, string? expected = null)
        {
            if (!PlainText.IsStorable(slug))
                return HoursRefusal.UnknownDesk;
            var id = await db.Desks.Where(d => d.Slug == slug).Select(d => d.Id).SingleOrDefaultAsync(CancellationToken.None);
            if (await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } desk)
                return HoursRefusal.UnknownDesk;
            if (expected is not null && expected != Versions.Of(desk.Plan))
                return HoursRefusal.ChangedMeanwhile;
            desk.Keep(plan);
            db.RingAfterCommit(Topic.Of(desk.Id));
            await db.SaveChangesAsync(CancellationToken.None);
            return null;
        }
    }

    internal sealed class PlanAsText() : ValueConverter<HoursPlan, string>(
        plan => JsonSerializer.Serialize(plan, Json.Options), text => JsonSerializer.Deserialize<HoursPlan>(text, Json.Kept)!); // only we write there
}
