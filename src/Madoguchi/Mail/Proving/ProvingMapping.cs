using Madoguchi.Cases;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Mail.Proving;

/// <param name="Minutes">How long the code will be good for.</param>
public sealed record CodeOnItsWay(int Minutes);

public sealed record AddressProven(string Email);

public enum ProofRefusal { Unknown, WrongCode }

public static class ProvingMapping
{
    extension(Db db)
    {
        /// <summary>A customer wants answers by mail: a code goes to the address.</summary>
        public async Task<Result<CodeOnItsWay, ProofRefusal>> AskForCode(Id<Case> id, Caller caller, string address, DateTimeOffset now)
        {
            if (caller.Customer is null || await db.Find(id, caller, now) is not { } theCase)
                return ProofRefusal.Unknown;
            var (deskId, t, code, to) = (theCase.DeskId, Tongue.Of(theCase.Language), Id<MailCode>.New(), MailAddress.Of(address) ?? address);
            var desk = (await db.Desks.AsNoTracking().SingleAsync(d => d.Id == deskId, CancellationToken.None)).NameIn(t);
            await db.Ask(
                new MailCode { Id = code, Proves = Proves.Address, CustomerId = theCase.CustomerId, CaseId = id, About = to, CreatedAt = now, ExpiresAt = now + MailCode.Lasts },
                // No case: a code is no part of the story.
                new Letter
                {
                    Id = new(code.Value), CustomerId = theCase.CustomerId, CaseId = null, Kind = LetterKind.Code, To = to, Sender = desk, Subject = CodeLetter.Subject(desk, t),
                    Text = CodeLetter.Text(Proves.Address, desk, t), Language = theCase.Language, CreatedAt = now, DueAt = now,
                }, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return new CodeOnItsWay((int)MailCode.Lasts.TotalMinutes);
        }

        /// <summary>The newest code is the one that counts.</summary>
        public async Task<Result<AddressProven, ProofRefusal>> ProveAddress(Id<Case> id, Caller caller, string code, DateTimeOffset now)
        {
            if (caller.Customer is null || await db.Find(id, caller, now) is not { } theCase)
                return ProofRefusal.Unknown;
            var asked = await db.MailCodes.AsTracking().Where(c => c.CaseId == id && c.Proves == Proves.Address).OrderByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id).FirstOrDefaultAsync(CancellationToken.None);
            var isRight = asked?.Take(MailCode.Clean(code), now) == true;
            if (isRight)
                await db.Prove(theCase, asked!.About, caller, now); // right: it was asked for
            await db.SaveChangesAsync(CancellationToken.None);
            return isRight ? new AddressProven(asked!.About) : ProofRefusal.WrongCode;
        }

        // Told, in the words of the record, and then proven.
        private async Task Prove(Case theCase, string address, Caller caller, DateTimeOffset now)
        {
            var (customerId, folded) = (theCase.CustomerId, Reachable.Fold(AddressKind.Mail, address));
            var told = await db.Facts.AsNoTracking().Where(f => f.CustomerId == customerId && f.Key == "email" && f.ReplacedAt == null).Select(f => f.Value).ToListAsync(CancellationToken.None);
            if (!told.Any(v => Reachable.Fold(AddressKind.Mail, v) == folded))
                await db.Tell(theCase, "email", address, caller.By(new FactTold("email", address, "")), now);
            await db.Lock(customerId).AsTracking().SingleAsync(CancellationToken.None);
            await db.Set<Address>().AsTracking().Where(a => a.CustomerId == customerId).LoadAsync(CancellationToken.None);
            var proven = db.Set<Address>().Local.FirstOrDefault(a => a.CustomerId == customerId && a.Kind is AddressKind.Mail && a.Folded == folded);
            if (proven is null)
                db.Set<Address>().Add(proven = Reachable.Told(Id<Address>.New(), customerId, AddressKind.Mail, address, now));
            proven.VerifiedAt = now;
            var happened = new AddressVerified(MailAddress.Masked(address));
            db.Record(theCase, caller.By(happened), happened, now);
        }
    }
}
