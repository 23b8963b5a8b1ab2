using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Campaigns.Keeping;

public static class ListingMapping
{
    extension(Db db)
    {
        /// <summary>Those that close last first.</summary>
        public async Task<IReadOnlyList<CampaignView>> AllCampaigns(DateTimeOffset now, CancellationToken ct, string? slug = null)
        {
            var campaigns = await db.Campaigns.AsNoTracking().Where(c => slug == null || c.Slug == slug).OrderByDescending(c => c.Closes).ThenBy(c => c.Slug).Take(500).ToListAsync(ct);
            var ids = campaigns.ConvertAll(c => c.Id);
            var codes = await db.CampaignCodes.Where(c => ids.Contains(c.CampaignId)).GroupBy(c => c.CampaignId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
            var states = await db.Registrations.Where(r => ids.Contains(r.CampaignId)).GroupBy(r => new { r.CampaignId, r.State }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
            return [.. campaigns.Select(c => CampaignView.Of(c, codes.GetValueOrDefault(c.Id), Count(c.Id, RegistrationState.Begun), Count(c.Id, RegistrationState.Complete), now))];

            int Count(Id<Campaign> of, RegistrationState state) => states.Where(s => s.Key.CampaignId == of && s.Key.State == state).Sum(s => s.Count);
        }

        public async Task<CampaignView?> CampaignNamed(string slug, DateTimeOffset now, CancellationToken ct) => (await db.AllCampaigns(now, ct, slug)).SingleOrDefault();

        public async Task<CodeList?> CodesOf(string slug, CancellationToken ct)
        {
            if (await db.IdOf(slug, ct) is not { } id)
                return null;
            var taken = (await db.Registrations.Where(r => r.CampaignId == id && r.State != RegistrationState.Released).Select(r => new { r.CodeId, r.State, r.CompletedAt }).ToListAsync(ct)).ToLookup(r => r.CodeId);
            var codes = await db.CampaignCodes.AsNoTracking().Where(c => c.CampaignId == id).OrderBy(c => c.Folded).ToListAsync(ct);
            return new([.. codes.Select(c => taken[c.Id].FirstOrDefault(r => r.State is RegistrationState.Complete) is { } used
                ? new CodeView(c.Value, CodeState.Used, used.CompletedAt) : new CodeView(c.Value, taken[c.Id].Any() ? CodeState.Begun : CodeState.Free))]);
        }

        public async Task<RegistrationRows?> RegistrationsIn(string slug, CancellationToken ct)
        {
            if (await db.IdOf(slug, ct) is not { } id)
                return null;
            var all = await db.Registrations.AsNoTracking().Where(r => r.CampaignId == id).OrderBy(r => r.BeganAt)
                .Select(r => new
                {
                    One = r, Code = db.Set<CampaignCode>().Where(c => c.Id == r.CodeId).Select(c => c.Value).First(),
                    Number = db.Set<Customers.Customer>().Where(c => c.Id == r.CustomerId).Select(c => c.Number).FirstOrDefault(),
                }).ToListAsync(ct);
            var used = all.Where(r => r.One.State is RegistrationState.Complete).ToDictionary(r => r.One.CodeId, r => r.One.CompletedAt);
            return new([.. all.Select(r => new RegistrationRow(
                r.One.Id, r.Code, r.One.Email, RegistrationView.Standing(r.One, used.GetValueOrDefault(r.One.CodeId)), r.One.BeganAt, r.One.CompletedAt,
                r.One.Receipt is { } receipt ? Codes.Printed(receipt) : null, r.Number, r.One.CompletedAt is null ? null : r.One.Reward.In(Tongue.Of(r.One.Language))))]);
        }

        private async Task<Id<Campaign>?> IdOf(string slug, CancellationToken ct) => await db.Campaigns.Where(c => c.Slug == slug).Select(c => (Id<Campaign>?)c.Id).SingleOrDefaultAsync(ct);
    }
}
