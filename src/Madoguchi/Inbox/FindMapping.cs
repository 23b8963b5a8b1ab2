using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox;

/// <param name="Name">Missing for a number that was typed in full but of whom this agent has no case: the card tells more, on record.</param>
/// <param name="CaseId">The newest case that the agent may see.</param>
public sealed record FoundCustomer(string CustomerNumber, string? Name = null, string? Reading = null, string? Company = null, Id<Case>? CaseId = null, string? Subject = null);

public sealed record FoundCustomers(IReadOnlyList<FoundCustomer> Customers);

public static class FindMapping
{
    public const int AtMost = 20;

    extension(Db db)
    {
        /// <summary>By number in any form, name, reading, company, mail or phone, among the customers of whom the agent may see a case.
        /// A right number in full is given back to anybody, whether it exists or not: it opens the card, and that look is on record.</summary>
        public async Task<FoundCustomers> FindCustomers(string words, CurrentAgent agent, CancellationToken ct)
        {
            // A name of Latin letters may have the shape of a number: both are looked for.
            var number = CustomerNumber.TryParse(words, out var read) ? read.Value : null;
            var found = new List<FoundCustomer>();
            if (number is not null)
                found.AddRange(await db.Among(db.Customers.Where(c => c.Number == number), agent).ToListAsync(ct));
            found.AddRange(await db.Among(db.Reached(words), agent).ToListAsync(ct));
            found.AddRange(await db.Among(db.Named(words), agent).ToListAsync(ct));
            if (number is not null && found.All(f => f.CustomerNumber != number))
                found.Insert(0, new FoundCustomer(number));
            return new([.. found.DistinctBy(f => f.CustomerNumber).Take(AtMost)]);
        }

        private IQueryable<Customer> Named(string words) =>
            words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Folding.Fold).Where(w => w.Length > 0)
                .Aggregate(db.Customers.Where(c => c.Folded != ""), (customers, word) => customers.Where(c => c.Folded.Contains(word)));

        private IQueryable<Customer> Reached(string words)
        {
            var (mail, phone) = (Reachable.Fold(AddressKind.Mail, words), Reachable.Fold(AddressKind.Phone, words));
            // Written for abroad or for at home, it is one telephone.
            string[] forms = [mail, phone, phone.StartsWith("+81", StringComparison.Ordinal) ? "0" + phone[3..] : phone, phone.StartsWith('0') ? "+81" + phone[1..] : phone];
            var usable = forms.Where(f => f.Length >= 5).Distinct().ToList();
            return db.Customers.Where(c => c.Addresses.Any(a => usable.Contains(a.Folded)));
        }

        private IQueryable<FoundCustomer> Among(IQueryable<Customer> customers, CurrentAgent agent)
        {
            var visible = db.Cases.AsNoTracking().VisibleTo(agent, db);
            return customers.Where(c => visible.Any(x => x.CustomerId == c.Id)).OrderByDescending(c => c.CreatedAt).Take(AtMost).Select(c => new FoundCustomer(
                c.Number, c.Name, c.Reading, c.Company,
                visible.Where(x => x.CustomerId == c.Id).OrderByDescending(x => x.ActiveAt).Select(x => (Id<Case>?)x.Id).FirstOrDefault(),
                visible.Where(x => x.CustomerId == c.Id).OrderByDescending(x => x.ActiveAt).Select(x => x.Subject).FirstOrDefault()));
        }
    }
}
