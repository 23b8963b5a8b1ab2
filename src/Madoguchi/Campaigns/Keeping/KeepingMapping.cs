using System.Security.Cryptography;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Campaigns.Keeping;

public enum KeepingRefusal { Unknown, SlugTaken, ChangedMeanwhile, CodeTaken }

public static class KeepingMapping
{
    extension(Db db)
    {
        public async Task<Result<CampaignMade, KeepingRefusal>> MakeCampaign(NewCampaign asked, DateTimeOffset now)
        {
            var slug = asked.Slug;
            if (await db.Campaigns.AnyAsync(c => c.Slug == slug, CancellationToken.None))
                return KeepingRefusal.SlugTaken;
            var campaign = new Campaign { Id = Id<Campaign>.New(), Slug = slug, Opens = now, Closes = now, CreatedAt = now, ChangedAt = now, IsChecked = asked.Codes.Listed is null };
            campaign.Say(asked, now);
            db.Campaigns.Add(campaign);
            var codes = db.AddCodes(campaign.Id, asked.Codes);
            await db.SaveChangesAsync(CancellationToken.None);
            return new CampaignMade(campaign.Id, slug, codes);
        }

        /// <param name="expected">The version that the writer saw, if they care.</param>
        public async Task<Result<Campaign, KeepingRefusal>> ChangeCampaign(string slug, CampaignTerms asked, int? expected, DateTimeOffset now)
        {
            if (await db.LockCampaign(slug) is not { } campaign)
                return KeepingRefusal.Unknown;
            if (expected is not null && expected != campaign.Version)
                return KeepingRefusal.ChangedMeanwhile;
            campaign.Say(asked, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return campaign;
        }

        public async Task<Result<CodesAdded, KeepingRefusal>> AddCodes(string slug, CodesWish asked)
        {
            if (await db.LockCampaign(slug) is not { } campaign)
                return KeepingRefusal.Unknown;
            var (id, folded) = (campaign.Id, (asked.Listed ?? []).Select(Codes.Fold).ToList());
            if (folded.Count > 0 && await db.CampaignCodes.AnyAsync(c => c.CampaignId == id && folded.Contains(c.Folded), CancellationToken.None))
                return KeepingRefusal.CodeTaken;
            campaign.IsChecked &= asked.Listed is null;
            var added = db.AddCodes(id, asked);
            await db.SaveChangesAsync(CancellationToken.None);
            return new CodesAdded(added);
        }

        private async Task<Campaign?> LockCampaign(string slug)
        {
            var id = await db.Campaigns.Where(c => c.Slug == slug).Select(c => c.Id).SingleOrDefaultAsync(CancellationToken.None);
            return await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None);
        }

        private int AddCodes(Id<Campaign> campaign, CodesWish asked)
        {
            var codes = asked.Listed is { } listed ? [.. listed.Select(c => (Value: PlainText.Clean(c), Folded: Codes.Fold(c)))] : Fresh(asked.Generate ?? 0);
            db.CampaignCodes.AddRange(codes.Select(c => new CampaignCode { Id = Id<CampaignCode>.New(), CampaignId = campaign, Value = c.Value, Folded = c.Folded }));
            return codes.Count;
        }
    }

    // Of 2^65 no two are the same; should it happen after all, the index refuses both.
    private static List<(string Value, string Folded)> Fresh(int count)
    {
        var random = RandomNumberGenerator.GetBytes(count * (Codes.Signs - 1));
        return [.. Enumerable.Range(0, count).Select(i => Codes.Of(random.AsSpan(i * (Codes.Signs - 1), Codes.Signs - 1))).Distinct().Select(folded => (Codes.Printed(folded), folded))];
    }
}
