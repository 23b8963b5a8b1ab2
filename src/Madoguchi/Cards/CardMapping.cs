using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Handovers;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cards;

public static class CardMapping
{
    /// <summary>The most cases on a card.</summary>
    public const int Most = 50;

    extension(Db db)
    {
        /// <summary>The card of a number in any form, with the look on record first; null when it is nobody's.</summary>
        public async Task<Card?> OpenCard(string number, CurrentAgent agent, Writes writes, DateTimeOffset now, CancellationToken ct)
        {
            if (!CustomerNumber.TryParse(number, out var read) || await db.CustomerOf(read.Value, ct) is not { } customer)
                return null;
            await writes.Write(work => work.Look(customer.Id, agent, now), ct);
            return await db.Card(customer, agent, ct);
        }

        /// <summary>The card without a look: for an agent who has a case of this customer open. Cases of other desks are not on it.</summary>
        public Task<Card> OwnCard(Customer customer, CurrentAgent agent, CancellationToken ct) => db.Compose(customer, agent, false, ct);

        private Task<Card> Card(Customer customer, CurrentAgent agent, CancellationToken ct) => db.Compose(customer, agent, true, ct);

        private async Task<Card> Compose(Customer customer, CurrentAgent agent, bool everyDesk, CancellationToken ct)
        {
            var id = customer.Id;
            var mine = db.Cases.VisibleTo(agent, db).Where(c => c.CustomerId == id);
            var shown = await db.Cases.AsNoTracking().Where(c => c.CustomerId == id && ((everyDesk && c.ClosedAt == null) || mine.Any(m => m.Id == c.Id)))
                .OrderByDescending(c => c.ClosedAt == null).ThenByDescending(c => c.ActiveAt).Take(Most).ToListAsync(ct);
            var open = (await mine.Select(c => c.Id).ToListAsync(ct)).ToHashSet();
            var briefs = await db.Briefs(shown, ct);
            var desks = await db.Desks.AsNoTracking().ToDictionaryAsync(d => d.Id, d => new { d.Slug, d.Name }, ct);
            var facts = await db.Facts.AsNoTracking().Where(f => f.CustomerId == id && f.ReplacedAt == null).OrderBy(f => f.At).ToListAsync(ct);
            return new(
                customer.Number, customer.Name, customer.Reading, customer.Company, customer.Honorific, customer.Language,
                [.. customer.Addresses.OrderBy(a => a.ToldAt).Select(a => new CardAddress(a.Kind, a.Value, a.VerifiedAt is not null))],
                [.. facts.Where(f => f.Scope is not Scope.Case || briefs.ContainsKey(f.CaseId)).Select(f => BriefFact.Of(f, desks[f.DeskId].Name))],
                [.. shown.Select(c => new CardCase(c.Id, desks[c.DeskId].Slug, desks[c.DeskId].Name, c.Status, c.Subject, c.Language, briefs[c.Id], open.Contains(c.Id), c.OpenedAt, c.ActiveAt, c.ClosedAt, c.Product))]);
        }
    }
}
