using Madoguchi.Campaigns.Beginning;
using Madoguchi.Customers;
using Madoguchi.Mail;
using Madoguchi.Mail.Proving;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Campaigns.Confirming;

/// <summary>An attempt to finish, with what a finished one needs, made ready outside: a number for a customer who is new here, and a receipt.</summary>
public sealed record Finish(Id<Registration> Id, string Typed, CustomerNumber Number, string Receipt)
{
    /// <summary>When somebody else finished with this code.</summary>
    public DateTimeOffset? UsedAt { get; set; }

    public Campaign? Campaign { get; set; }
}

public static class ConfirmingMapping
{
    extension(Db db)
    {
        /// <summary>The code of the mail: code, account, reward, receipt and the letter that carries it are one transaction. Of two with one code, the lock lets one through, and the index would stop the other.</summary>
        public async Task<Result<RegistrationView, ConfirmRefusal>> Confirm(Finish asked, BaseAddress address, DateTimeOffset now)
        {
            if (await db.Held(asked.Id) is not var (held, one, campaign))
                return ConfirmRefusal.Unknown;
            (asked.UsedAt, asked.Campaign) = (held.UsedAt, campaign);
            if (one.Prevents(campaign, held.Winner, now) is { } not)
                return await db.Lost(one, not, now);
            if (one.State is RegistrationState.Complete) // again: the same answer
                return RegistrationView.Of(one, campaign);
            if (!await db.Take(one, asked.Typed, now))
                return ConfirmRefusal.WrongCode;
            db.RegistrationEvents.Add(one.Finish(campaign, await db.AccountOf(one, asked.Number, now), asked.Receipt, now));
            await db.PostReceipt(one, campaign, held.Code, address, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return RegistrationView.Of(one, campaign);
        }

        /// <summary>"Was that me?" Whoever finished with this code gets the way back by mail; whoever asks learns nothing of them. Nobody did: nothing happens.</summary>
        public async Task RemindOwner(string slug, string code, BaseAddress address, DateTimeOffset now)
        {
            if (!NewCampaign.IsSlug(slug))
                return;
            var typed = Codes.Fold(code);
            var id = await db.Campaigns.Where(c => c.Slug == slug).Join(db.CampaignCodes, c => c.Id, k => k.CampaignId, (c, k) => k).Where(k => k.Folded == typed).Select(k => (Id<CampaignCode>?)k.Id).SingleOrDefaultAsync(CancellationToken.None);
            if (id is not { } codeId || (await db.Hold(codeId)).Winner is not { } winner || await db.RemindedLately(winner, now))
                return;
            var (campaign, t) = (await db.CampaignOf(winner), Tongue.Of(winner.Language));
            var house = await db.House(t);
            db.Post(new Letter
            {
                Id = Id<Letter>.New(), CustomerId = winner.CustomerId, CaseId = null, Kind = LetterKind.Receipt, To = winner.Email, Sender = house, Subject = RegistrationLetters.OwnerSubject(campaign, t),
                Text = RegistrationLetters.Owner(winner, RegistrationsMapping.PageOf(winner, campaign, address), house, t), Language = winner.Language, CreatedAt = now, DueAt = now,
            });
            db.RegistrationEvents.Add(winner.Note(RegistrationEventKind.OwnerReminded, now));
            await db.SaveChangesAsync(CancellationToken.None);
        }

        private async Task<bool> Take(Registration one, string typed, DateTimeOffset now)
        {
            var code = one.ProofId is { } proof ? await db.Lock(proof).AsTracking().SingleOrDefaultAsync(CancellationToken.None) : null;
            if (code?.Take(MailCode.Clean(typed), now) == true)
                return true;
            if (code is not null)
                db.RegistrationEvents.Add(one.Note(RegistrationEventKind.WrongCode, now));
            await db.SaveChangesAsync(CancellationToken.None);
            return false;
        }

        // That somebody else was faster is worth knowing, once.
        private async Task<ConfirmRefusal> Lost(Registration one, ConfirmRefusal why, DateTimeOffset now)
        {
            var id = one.Id;
            if (why is ConfirmRefusal.CodeUsed && !await db.RegistrationEvents.AnyAsync(e => e.RegistrationId == id && e.Kind == RegistrationEventKind.CodeUsed, CancellationToken.None))
            {
                db.RegistrationEvents.Add(one.Note(RegistrationEventKind.CodeUsed, now));
                await db.SaveChangesAsync(CancellationToken.None);
            }

            return why;
        }

        private Task<bool> RemindedLately(Registration winner, DateTimeOffset now)
        {
            var (id, lately) = (winner.Id, now.AddHours(-1));
            return db.RegistrationEvents.AnyAsync(e => e.RegistrationId == id && e.Kind == RegistrationEventKind.OwnerReminded && e.At > lately, CancellationToken.None);
        }
    }
}
