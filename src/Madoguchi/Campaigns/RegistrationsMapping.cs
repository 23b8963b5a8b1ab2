using System.Security.Cryptography;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Mail;
using Madoguchi.Mail.Proving;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Campaigns;

/// <summary>A code under lock, with everybody who began with it. Whoever comes second with the same code waits until the first has committed.</summary>
public sealed record LockedCode(CampaignCode Code, IReadOnlyList<Registration> All)
{
    public Registration? Winner => All.FirstOrDefault(r => r.State is RegistrationState.Complete);

    public DateTimeOffset? UsedAt => Winner?.CompletedAt;
}

public static class RegistrationsMapping
{
    extension(Db db)
    {
        internal async Task<LockedCode> Hold(Id<CampaignCode> id) => new(
            await db.Lock(id).AsTracking().SingleAsync(CancellationToken.None),
            await db.Registrations.AsTracking().Where(r => r.CodeId == id).OrderBy(r => r.BeganAt).ToListAsync(CancellationToken.None));

        internal Task<Campaign> CampaignOf(Registration one) => db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == one.CampaignId, CancellationToken.None);

        /// <summary>How it stands, for who knows its address.</summary>
        public async Task<RegistrationView?> Registration(Id<Registration> id, DateTimeOffset now, CancellationToken ct)
        {
            if (await db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } one)
                return null;
            var campaign = await db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == one.CampaignId, ct);
            var usedAt = one.State is not RegistrationState.Begun ? null
                : await db.Registrations.Where(r => r.CodeId == one.CodeId && r.State == RegistrationState.Complete).Select(r => r.CompletedAt).FirstOrDefaultAsync(ct);
            return RegistrationView.Of(one, campaign, usedAt, one.State is RegistrationState.Begun && one.ProofId is null ? await db.NextMail(one, now) : null);
        }

        /// <summary>A fresh confirmation code goes to the address; its letter makes it. Too many went there, or for this code, within the hour: the time at which the next one may.</summary>
        internal async Task<DateTimeOffset?> SendCode(Registration one, Campaign campaign, BaseAddress address, EventBy? by, string? reason, DateTimeOffset now)
        {
            if (await db.NextMail(one, now) is { } next)
            {
                if (one.LastEvent <= 1 || by is not null) // asking again and again is no news
                    db.RegistrationEvents.Add(one.Note(RegistrationEventKind.MailDelayed, now, by, reason, next.UtcDateTime.ToString("o", System.Globalization.CultureInfo.InvariantCulture)));
                return next;
            }

            var (id, t) = (Id<MailCode>.New(), Tongue.Of(one.Language));
            db.MailCodes.Add(new MailCode { Id = id, Proves = Proves.Registration, CustomerId = null, CaseId = null, About = one.Folded, CreatedAt = now, ExpiresAt = now + MailCode.Lasts });
            var house = await db.House(t);
            db.Post(new Letter
            {
                Id = new(id.Value), CustomerId = null, CaseId = null, Kind = LetterKind.Code, To = one.Email, Sender = house, Subject = RegistrationLetters.CodeSubject(campaign, t),
                Text = RegistrationLetters.Code(campaign, one, PageOf(one, campaign, address), house, t), Language = one.Language, CreatedAt = now, DueAt = now,
            });
            (one.ProofId, one.MailedAt) = (id, now);
            db.RegistrationEvents.Add(one.Note(RegistrationEventKind.CodeSent, now, by, reason, MailAddress.Masked(one.Email)));
            return null;
        }

        /// <summary>When the next mail may go to this address, or for this code; null: now.</summary>
        internal async Task<DateTimeOffset?> NextMail(Registration one, DateTimeOffset now)
        {
            var (hour, about, codeId) = (now.AddHours(-1), one.Folded, one.CodeId);
            var lately = await db.MailCodes.AsNoTracking().Where(c => c.CreatedAt > hour && c.About == about).OrderByDescending(c => c.CreatedAt).Select(c => c.CreatedAt).Take(MailCode.AnHour).ToListAsync(CancellationToken.None);
            var forCode = Campaigns.Registration.NextMail(await db.Registrations.AsNoTracking().Where(r => r.CodeId == codeId && r.MailedAt > hour).ToListAsync(CancellationToken.None), now);
            var forAddress = lately.Count < MailCode.AnHour ? (DateTimeOffset?)null : lately[^1].AddHours(1);
            return forCode > forAddress || forAddress is null ? forCode : forAddress;
        }

        /// <summary>Whose a proven address is: the customer that it was proven for before, or a new one.</summary>
        /// <param name="number">For a new one.</param>
        internal async Task<Id<Customer>> AccountOf(Registration one, CustomerNumber number, DateTimeOffset now)
        {
            var folded = one.Folded;
            if (await db.Registrant(folded) is { } known)
                return await db.SpeaksFor(known);
            var verified = await db.Set<Address>().AsNoTracking().Where(a => a.Folded == folded && a.Kind == AddressKind.Mail && a.VerifiedAt != null).OrderBy(a => a.VerifiedAt)
                .Select(a => (Id<Customer>?)a.CustomerId).FirstOrDefaultAsync(CancellationToken.None);
            var account = verified is { } id ? await db.SpeaksFor(id) : Id<Customer>.New();
            // The same address at the same moment: whoever comes second waits here, and takes the first one's.
            if (await db.Database.ExecuteSqlAsync($"""insert into registrants ("Folded", "CustomerId") values ({folded}, {account.Value}) on conflict do nothing""", CancellationToken.None) == 0)
                return await db.SpeaksFor((await db.Registrant(folded))!.Value); // somebody has just written it
            if (verified is null)
            {
                var customer = new Customer { Id = account, Number = number.Value, Language = one.Language, CreatedAt = now };
                var address = Reachable.Told(Id<Address>.New(), account, AddressKind.Mail, one.Email, now);
                address.VerifiedAt = now;
                customer.Addresses.Add(address);
                db.Customers.Add(customer);
            }

            return account;
        }

        private Task<Id<Customer>?> Registrant(string folded) =>
            db.Set<Registrant>().AsNoTracking().Where(r => r.Folded == folded).Select(r => (Id<Customer>?)r.CustomerId).SingleOrDefaultAsync(CancellationToken.None);

        private async Task<Id<Customer>> SpeaksFor(Id<Customer> id)
        {
            var number = await db.Customers.AsNoTracking().Where(c => c.Id == id).Select(c => c.Number).SingleAsync(CancellationToken.None);
            return (await db.CustomerOf(number, CancellationToken.None))!.Id; // it was just read
        }

        /// <summary>The receipt goes with the record: one cannot be there without the other being on its way.</summary>
        internal async Task PostReceipt(Registration one, Campaign campaign, CampaignCode code, BaseAddress address, DateTimeOffset now)
        {
            var t = Tongue.Of(one.Language);
            var house = await db.House(t);
            db.Post(new Letter
            {
                Id = Id<Letter>.New(), CustomerId = one.CustomerId, CaseId = null, Kind = LetterKind.Receipt, To = one.Email, Sender = house, Subject = RegistrationLetters.ReceiptSubject(campaign, t),
                Text = RegistrationLetters.Receipt(campaign, one, code.Value, PageOf(one, campaign, address), house, t), Language = one.Language, CreatedAt = now, DueAt = now,
            });
        }

        internal async Task<string> House(Tongue t) => (await db.Desks.AsNoTracking().Where(d => d.IsReception).FirstOrDefaultAsync(CancellationToken.None))?.NameIn(t) ?? t["窓口", "Support"];
    }

    public static string FreshReceipt() => Codes.Of(RandomNumberGenerator.GetBytes(Codes.ReceiptSigns - 1));

    internal static string PageOf(Registration one, Campaign campaign, BaseAddress address) => address.Of($"/campaigns/{campaign.Slug}/{one.Id}?lang={Tongue.Of(one.Language).Code}");
}
