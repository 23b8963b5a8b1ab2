using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Voices.Asked;

/// <summary>What came of what customers said, as anybody may read it.</summary>
/// <param name="Title">In public words; nothing where nobody has written any: a voice's own title is the house's.</param>
/// <param name="Asked">How many asked for it.</param>
public sealed record AskedFor(VoiceKind Kind, VoiceState State, string? Version, string? Product, Bilingual? Title, Bilingual Text, int Asked, DateTimeOffset At);

public static class AskedMapping
{
    private const int Most = 200;

    extension(Db db)
    {
        /// <summary>Whether there is anything to show.</summary>
        public Task<bool> HasAsked(DateTimeOffset now, CancellationToken ct)
        {
            var (unlisted, decisions) = (db.Set<VoiceKeeping>().Where(k => k.Unlisted).Select(k => k.Id), db.Set<Decision>().Where(d => d.CancelledAt == null && d.DueAt <= now));
            return db.Voices.AnyAsync(v => v.MergedIntoId == null && v.Kind != VoiceKind.Complaint && (v.State == VoiceState.Fixed || v.State == VoiceState.Planned) && !unlisted.Contains(v.Id) && decisions.Any(d => d.VoiceId == v.Id), ct);
        }

        /// <summary>Fixed and planned, the newest first: in public words alone, and only what the house wants to show.</summary>
        public async Task<IReadOnlyList<AskedFor>> YouAsked(DateTimeOffset now, CancellationToken ct)
        {
            var (unlisted, decisions) = (db.Set<VoiceKeeping>().Where(k => k.Unlisted).Select(k => k.Id), db.Set<Decision>().Where(d => d.CancelledAt == null && d.DueAt <= now));
            var found = await decisions.Where(d => (d.State == VoiceState.Fixed || d.State == VoiceState.Planned) && !unlisted.Contains(d.VoiceId) && !decisions.Any(later => later.VoiceId == d.VoiceId && later.At > d.At))
                .Join(db.Voices.Where(v => v.MergedIntoId == null && v.Kind != VoiceKind.Complaint), d => d.VoiceId, v => v.Id, (d, v) => new { Decision = d, v.Kind, v.Product })
                .OrderByDescending(x => x.Decision.At).Take(Most).AsNoTracking().ToListAsync(ct);
            var ids = found.Select(f => f.Decision.VoiceId).ToList();
            var asked = await (from said in db.VoiceCases
                               where ids.Contains(said.VoiceId)
                               join theCase in db.Cases on said.CaseId equals theCase.Id
                               join customer in db.Customers on theCase.CustomerId equals customer.Id
                               select new { said.VoiceId, Who = customer.MergedInto ?? customer.Id }).Distinct().GroupBy(x => x.VoiceId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
            return [.. found.Select(f => new AskedFor(f.Kind, f.Decision.State, f.Decision.Version, f.Product, Bilingual.Of(f.Decision.TitleJa, f.Decision.TitleEn), new(f.Decision.TextJa, f.Decision.TextEn), asked.GetValueOrDefault(f.Decision.VoiceId), f.Decision.At))];
        }
    }
}
