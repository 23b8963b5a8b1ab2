using Madoguchi.Campaigns;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Chat.Contacting;

public static class AboutMapping
{
    extension(Db db)
    {
        /// <summary>What a campaign's page says in its link; with a registration of ours, its code comes along by itself.</summary>
        public async Task<AboutRegistration?> About(string? campaign, string? code, string? registration, CancellationToken ct)
        {
            var about = AboutRegistration.Of(campaign, code, registration);
            if (about?.Registration is not { } told || !Id<Registration>.TryParse(told, null, out var id))
                return about;
            var known = await db.Registrations.Where(r => r.Id == id).Join(db.CampaignCodes, r => r.CodeId, c => c.Id, (r, c) => c.Value).SingleOrDefaultAsync(ct);
            return known is null ? about : about with { Code = known };
        }
    }
}
