using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Search;

public static class NamesMapping
{
    // So many customers whose pieces fit are read over for those whom the words fit.
    private const int Most = 1000;

    extension(Db db)
    {
        /// <summary>Newest first, among the customers of whom the agent may see a case. A right number in full is given back to anybody, whether it
        /// exists or not: it opens the card, and that look is on record.</summary>
        public async Task<IReadOnlyList<FoundPerson>> CustomersWith(string q, Sought sought, CurrentAgent agent, int limit, CancellationToken ct)
        {
            // A name of Latin letters may have the shape of a number: both are looked for.
            var number = CustomerNumber.TryParse(q, out var read) ? read.Value : null;
            var found = new List<FoundPerson>();
            if (number is not null)
                found.AddRange(await db.Among(db.Customers.Where(c => c.Number == number), agent).ToListAsync(ct));
            if (Texts.Telephone(q) is { } digits)
                found.AddRange(await db.NamesWith(Sought.Read(digits), agent, limit, ct));
            found.AddRange(await db.NamesWith(sought, agent, limit, ct));
            if (number is not null && found.All(f => f.CustomerNumber != number))
                found.Insert(0, new FoundPerson(number));
            return [.. found.DistinctBy(f => f.CustomerNumber).Take(limit)];
        }

        private async Task<IReadOnlyList<FoundPerson>> NamesWith(Sought sought, CurrentAgent agent, int limit, CancellationToken ct)
        {
            if (sought.IsNothing)
                return [];
            var cases = db.Cases.AsNoTracking().VisibleTo(agent, db);
            var isRare = await db.IsRare("search_names", sought, ct);
            var hits = (db.IsPostgres
                ? isRare ? db.SearchNames.FromSql($"""select "Id", "CustomerId", "Text" from search_names where "Words" @@ {sought.Query}::tsquery offset 0""")
                : db.SearchNames.FromSql($"""select "Id", "CustomerId", "Text" from search_names where "Words" @@ {sought.Query}::tsquery""")
                : db.SearchNames.FromSql($"""select w.rowid as "Id", n."CustomerId", n."Text" from search_names_words({sought.Match}) w cross join search_names n on n."Id" = w.rowid""")).AsNoTracking();
            var (ids, reached) = (new List<Id<Customer>>(), long.MaxValue);
            while (ids.Count < limit)
            {
                var before = reached;
                var some = await hits.Where(n => n.Id < before && cases.Any(c => c.CustomerId == n.CustomerId)).OrderByDescending(n => n.Id).Take(Most).ToListAsync(ct);
                ids.AddRange(some.Where(n => sought.IsIn(n.Text)).Select(n => n.CustomerId).Take(limit - ids.Count));
                if (some.Count < Most)
                    break;
                reached = some[^1].Id;
            }

            var shown = await db.Among(db.Customers.Where(c => ids.Contains(c.Id)), agent).ToListAsync(ct);
            return shown;
        }

        private IQueryable<FoundPerson> Among(IQueryable<Customer> customers, CurrentAgent agent)
        {
            var visible = db.Cases.AsNoTracking().VisibleTo(agent, db);
            return customers.Where(c => visible.Any(x => x.CustomerId == c.Id)).OrderByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id).Select(c => new FoundPerson(
                c.Number, c.Name, c.Reading, c.Company,
                visible.Where(x => x.CustomerId == c.Id).OrderByDescending(x => x.ActiveAt).Select(x => (Id<Case>?)x.Id).FirstOrDefault(),
                visible.Where(x => x.CustomerId == c.Id).OrderByDescending(x => x.ActiveAt).Select(x => x.Subject).FirstOrDefault()));
        }
    }
}
