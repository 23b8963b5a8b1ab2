using Madoguchi.Cases.Listening;
using Madoguchi.Cases.Timeline;
using Madoguchi.Cases.Wording;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Madoguchi.Cases.Contacting;

public static class ContactMapping
{
    extension(Db db)
    {
        /// <summary>First contact: the customer gets a number, the story becomes entry 1 of a case at the desk, or at the reception.</summary>
        public async Task<Result<Case, ContactRefusal>> Open(Contact contact, CustomerNumber number, string token, string? noticeVersion, DateTimeOffset now)
        {
            var desks = await db.Desks.AsNoTracking().ToListAsync(CancellationToken.None);
            var placed = contact.Desk is null ? Placing.Clear(Placing.Of(contact.Text, contact.Product, contact.Problem, contact.Language ?? "ja", desks), contact.Language ?? "ja") : null;
            if ((placed?.Desk ?? desks.FirstOrDefault(d => contact.Desk is null ? d.IsReception : d.Slug == contact.Desk)) is not { } desk)
                return ContactRefusal.UnknownDesk;

            var customer = Customer(contact, number, now);
            var theCase = new Case
            {
                Id = Id<Case>.New(), CustomerId = customer.Id, DeskId = desk.Id, Language = customer.Language, Subject = contact.IsUntold ? Case.Untold(customer.Language) : contact.Subject, OpenedAt = now,
                Product = Clean(contact.Product), Problem = Clean(contact.Problem), NoticeVersion = noticeVersion,
                ClaimedNumber = CustomerNumber.TryParse(contact.CustomerNumber, out var claimed) ? claimed.Value : null,
            };
            db.Customers.Add(customer);
            db.Cases.Add(theCase);
            db.CaseDesks.Add(new CaseDesk { CaseId = theCase.Id, DeskId = desk.Id, Why = Why.Owns });
            db.Set<CaseToken>().Add(new CaseToken { Hash = Secret.Hash(token), CaseId = theCase.Id, CreatedAt = now });
            await db.TellStory(theCase, contact, By.Customer(customer.Name, customer.Id.Value), now);
            if (placed is not null)
                db.Record(theCase, By.System, new Placed(DeskName.Of(desk), placed.Fits), now);
            await db.SaveChangesAsync(CancellationToken.None);
            return theCase;
        }

        private async Task TellStory(Case theCase, Contact contact, By by, DateTimeOffset now)
        {
            foreach (var happening in contact.IsUntold ? [] : theCase.Hear(new MessageSaid(PlainText.Clean(contact.Text)), now))
            {
                var entry = db.Record(theCase, by, happening, now);
                if (happening is MessageSaid { Text: var words })
                    await db.GetService<Listeners>().Hear(db, theCase, entry, words);
            }

            if (theCase.ClaimedNumber is { } claimed)
                db.Record(theCase, by, new NumberClaimed(claimed), now);
            // Name and addresses are facts too: nobody asks for them again.
            foreach (var (key, value) in new[] { ("name", contact.Name), ("email", contact.Email), ("phone", contact.Phone) })
            {
                if (value is not null && contact.Facts?.ContainsKey(key) != true)
                    await db.Tell(theCase, key, PlainText.Clean(value), by, now);
            }

            foreach (var (key, value) in contact.Facts ?? new Dictionary<string, string>())
                await db.Tell(theCase, key, PlainText.Clean(value), by, now);
        }
    }

    private static Customer Customer(Contact contact, CustomerNumber number, DateTimeOffset now)
    {
        var customer = new Customer { Id = Id<Customer>.New(), Number = number.Value, Name = Clean(contact.Name), Language = contact.Language ?? "ja", CreatedAt = now };
        if (contact.Email is { } mail)
            customer.Addresses.Add(Reachable.Told(Id<Address>.New(), customer.Id, AddressKind.Mail, mail, now));
        if (contact.Phone is { } phone)
            customer.Addresses.Add(Reachable.Told(Id<Address>.New(), customer.Id, AddressKind.Phone, phone, now));
        return customer;
    }

    private static string? Clean(string? line) => line is null ? null : PlainText.Clean(line);
}
