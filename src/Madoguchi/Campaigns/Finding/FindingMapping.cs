using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Mail;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Campaigns.Finding;

public static class FindingMapping
{
    private const int AtMost = 50;
    private static readonly string[] Telling = ["code", "receipt", "registrationId", "email"];

    extension(Db db)
    {
        /// <summary>By code, mail address, receipt, customer number, or the registration's own id; nothing is guessed: all of it has to be told.</summary>
        public async Task<IReadOnlyList<RegistrationFound>> FindRegistrations(string? asked, CancellationToken ct)
        {
            if (string.IsNullOrWhiteSpace(asked) || asked.Length > PlainText.Line || !PlainText.IsStorable(asked))
                return [];
            var (code, mail) = (Codes.Fold(asked), Reachable.Fold(AddressKind.Mail, asked));
            var customer = CustomerNumber.TryParse(asked, out var number) ? (await db.CustomerOf(number.Value, ct))?.Id : null;
            var id = Id<Registration>.TryParse(asked.Trim(), null, out var one) ? one : default;
            return await db.Show(db.Registrations.Where(r => r.Folded == mail || r.Receipt == code || r.Id == id || (customer != null && r.CustomerId == customer)
                || db.Set<CampaignCode>().Any(c => c.Id == r.CodeId && c.Folded == code)), ct);
        }

        /// <summary>What this customer registered: by their account, by an address, by a code or a receipt that they told.</summary>
        public async Task<IReadOnlyList<RegistrationFound>> RegistrationsOf(Case theCase, CancellationToken ct)
        {
            var (customerId, caseId) = (theCase.CustomerId, theCase.Id);
            var facts = await db.Facts.AsNoTracking().Where(f => f.CustomerId == customerId && f.ReplacedAt == null && (f.Scope != Scope.Case || f.CaseId == caseId) && Telling.Contains(f.Key)).Select(f => new { f.Key, f.Value }).ToListAsync(ct);
            var addresses = await db.Set<Address>().AsNoTracking().Where(a => a.CustomerId == customerId && a.Kind == AddressKind.Mail).ToListAsync(ct);
            var verified = addresses.Where(a => a.VerifiedAt is not null).Select(a => a.Folded).ToHashSet();
            var mails = addresses.Select(a => a.Folded).Concat(facts.Where(f => f.Key is "email").Select(f => Reachable.Fold(AddressKind.Mail, f.Value))).Distinct().ToList();
            var (codes, receipts) = (Told("code", Codes.Fold), Told("receipt", Codes.Fold));
            var ids = facts.Where(f => f.Key is "registrationId").Select(f => Id<Registration>.TryParse(f.Value.Trim(), null, out var id) ? id : default).Where(id => id != default).ToList();
            var found = await db.Show(db.Registrations.Where(r => r.CustomerId == customerId || mails.Contains(r.Folded) || receipts.Contains(r.Receipt!) || ids.Contains(r.Id)
                || db.Set<CampaignCode>().Any(c => c.Id == r.CodeId && codes.Contains(c.Folded))), ct);
            var mine = await db.Customers.Where(c => c.Id == customerId).Select(c => c.Number).SingleAsync(ct);
            return [.. found.Select(r => r with { Tie = TieOf(r) })];

            List<string> Told(string key, Func<string, string> fold) => [.. facts.Where(f => f.Key == key).Select(f => fold(f.Value)).Where(v => v.Length > 0)];

            Tie TieOf(RegistrationFound one) => one.CustomerNumber == mine ? Tie.Account
                : verified.Contains(Reachable.Fold(AddressKind.Mail, one.Email)) ? Tie.VerifiedAddress
                : one.Receipt is { } receipt && receipts.Contains(Codes.Fold(receipt)) ? Tie.Receipt
                : mails.Contains(Reachable.Fold(AddressKind.Mail, one.Email)) ? Tie.ToldAddress : Tie.Code;
        }

        public async Task<RegistrationRecord?> RegistrationRecord(Id<Registration> id, CancellationToken ct)
        {
            if ((await db.Show(db.Registrations.Where(r => r.Id == id), ct)) is not [var one])
                return null;
            var events = await db.RegistrationEvents.AsNoTracking().Where(e => e.RegistrationId == id).OrderBy(e => e.Number).ToListAsync(ct);
            var proof = await db.Registrations.Where(r => r.Id == id).Select(r => r.ProofId).SingleAsync(ct);
            var letter = proof is { } mailed ? await db.Letters.AsNoTracking().Where(l => l.Id == new Id<Letter>(mailed.Value)).Select(l => new { l.State, l.Error }).SingleOrDefaultAsync(ct) : null;
            return new(one, [.. events.Select(e => new EventView(e.Number, e.At, e.Kind, e.ByName, e.Reason, e.Detail, e.CaseId))], letter?.State.ToString().ToLowerInvariant(), letter?.Error);
        }

        public async Task<ReceiptVerified?> VerifyReceipt(string number, CancellationToken ct)
        {
            var folded = Codes.Fold(number);
            return folded.Length == 0 || (await db.Show(db.Registrations.Where(r => r.Receipt == folded), ct)) is not [{ CompletedAt: { } at, Receipt: { } printed } one] ? null
                : new(printed, at, one.RegistrationId, one.Campaign, one.Name, one.Code, MailAddress.Masked(one.Email), one.State, one.CustomerNumber);
        }

        private async Task<IReadOnlyList<RegistrationFound>> Show(IQueryable<Registration> registrations, CancellationToken ct)
        {
            var rows = await registrations.AsNoTracking().OrderByDescending(r => r.BeganAt).Take(AtMost).Select(r => new
            {
                One = r, Campaign = db.Set<Campaign>().First(c => c.Id == r.CampaignId), Code = db.Set<CampaignCode>().Where(c => c.Id == r.CodeId).Select(c => c.Value).First(),
                Number = db.Set<Customer>().Where(c => c.Id == r.CustomerId).Select(c => c.Number).FirstOrDefault(),
                UsedAt = db.Set<Registration>().Where(other => other.CodeId == r.CodeId && other.Id != r.Id && other.State == RegistrationState.Complete).Select(other => other.CompletedAt).FirstOrDefault(),
            }).ToListAsync(ct);
            return [.. rows.Select(r => new RegistrationFound(
                r.One.Id, r.Campaign.Slug, r.Campaign.Name, r.Code, r.One.Email, RegistrationView.Standing(r.One, r.UsedAt), r.One.BeganAt, r.Campaign.Closes, r.One.BeganAt < r.Campaign.Closes, r.Campaign.FinishBy,
                r.One.CompletedAt, r.One.Receipt is { } receipt ? Codes.Printed(receipt) : null, r.One.CompletedAt is null ? null : r.One.Reward.In(Tongue.Of(r.One.Language)), r.Number, r.UsedAt))];
        }
    }
}
