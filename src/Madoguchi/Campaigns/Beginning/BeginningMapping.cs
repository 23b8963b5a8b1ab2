using Madoguchi.Customers;
using Madoguchi.Mail;
using Madoguchi.Mail.Proving;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Campaigns.Beginning;

public static class BeginningMapping
{
    extension(Db db)
    {
        /// <summary>Code and address: begun, or gone on with. The moment of the first time counts for the deadline.</summary>
        public async Task<Result<RegistrationView, BeginRefusal>> Begin(Attempt asked, BaseAddress address, DateTimeOffset now)
        {
            if (!NewCampaign.IsSlug(asked.Slug) || await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == asked.Slug, CancellationToken.None) is not { } campaign)
                return BeginRefusal.Unknown;
            asked.Campaign = campaign;
            if (campaign.Window(now) is CampaignWindow.NotYet)
                return BeginRefusal.NotYet;
            var (campaignId, typed) = (campaign.Id, Codes.Fold(asked.Told.Code));
            var id = await db.CampaignCodes.Where(c => c.CampaignId == campaignId && c.Folded == typed).Select(c => (Id<CampaignCode>?)c.Id).SingleOrDefaultAsync(CancellationToken.None);
            if (id is not { } codeId)
                return campaign.IsChecked && Codes.IsSlip(typed) ? BeginRefusal.Slip : BeginRefusal.UnknownCode;

            var held = await db.Hold(codeId);
            var email = MailAddress.Of(asked.Told.Email)!; // checked with the body
            var folded = Reachable.Fold(AddressKind.Mail, email);
            var mine = held.All.FirstOrDefault(r => r.Folded == folded && r.State is not RegistrationState.Released);
            asked.UsedAt = held.UsedAt;
            if (Campaigns.Registration.Prevents(campaign, mine, held.Winner, now) is { } not)
                return not;
            var next = mine is { State: RegistrationState.Complete } || await db.HasGoodCode(mine, now) ? null
                : await db.SendCode(mine ?? (mine = db.Started(campaign, codeId, email, folded, asked.Told.Language, now)), campaign, address, null, null, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return RegistrationView.Of(mine!, campaign, null, next); // found or started
        }

        /// <summary>Another code for what was begun.</summary>
        public async Task<RegistrationView?> SendAgain(Id<Registration> id, BaseAddress address, DateTimeOffset now)
        {
            if (await db.Held(id) is not var (held, one, campaign))
                return null;
            var next = one.Prevents(campaign, held.Winner, now) is null && one.State is RegistrationState.Begun ? await db.SendCode(one, campaign, address, null, null, now) : null;
            await db.SaveChangesAsync(CancellationToken.None);
            return RegistrationView.Of(one, campaign, held.UsedAt, next);
        }

        /// <summary>The code, under lock, of a registration that somebody has the address of.</summary>
        internal async Task<(LockedCode Held, Registration One, Campaign Campaign)?> Held(Id<Registration> id)
        {
            var codeId = await db.Registrations.Where(r => r.Id == id).Select(r => (Id<CampaignCode>?)r.CodeId).SingleOrDefaultAsync(CancellationToken.None);
            if (codeId is null)
                return null;
            var held = await db.Hold(codeId.Value);
            var one = held.All.Single(r => r.Id == id);
            return (held, one, await db.CampaignOf(one));
        }

        private Registration Started(Campaign campaign, Id<CampaignCode> code, string email, string folded, string? language, DateTimeOffset now)
        {
            var one = new Registration { Id = Id<Registration>.New(), CampaignId = campaign.Id, CodeId = code, Email = email, Folded = folded, Language = language ?? "ja", BeganAt = now };
            db.Registrations.Add(one);
            db.RegistrationEvents.Add(one.Note(RegistrationEventKind.Began, now));
            return one;
        }

        // Whoever sends the form again, or comes back to it, has a mail already.
        private async Task<bool> HasGoodCode(Registration? mine, DateTimeOffset now) =>
            mine?.ProofId is { } proof && await db.MailCodes.AsNoTracking().SingleOrDefaultAsync(c => c.Id == proof, CancellationToken.None) is { } code && code.IsGood(now);
    }
}
