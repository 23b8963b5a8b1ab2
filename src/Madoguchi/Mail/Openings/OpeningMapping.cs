using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Mail.Proving;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Mail.Openings;

/// <param name="OpeningId">The code belongs to this.</param>
/// <param name="Minutes">How long it is good for.</param>
public sealed record OpeningAsked(Id<MailCode> OpeningId, int Minutes);

/// <param name="Token">Opens this one case.</param>
/// <param name="Desk">The owner desk's slug.</param>
public sealed record OwnCase(Id<Case> CaseId, string Subject, Status Status, string Desk, DateTimeOffset OpenedAt, string Token, string Url);

public sealed record OwnCases(string CustomerNumber, IReadOnlyList<OwnCase> Cases);

public enum OpeningRefusal { WrongCode }

public static class OpeningMapping
{
    private const int Most = 100;

    extension(Db db)
    {
        /// <summary>A code goes to the verified address behind the number, if there is one. What is answered does not depend on it.</summary>
        public async Task<OpeningAsked> AskToOpen(CustomerNumber number, DateTimeOffset now)
        {
            var customer = await db.CustomerOf(number.Value, CancellationToken.None);
            var to = customer is null ? null : await db.MailAddressOf(customer.Id, CancellationToken.None);
            var (id, t) = (Id<MailCode>.New(), Tongue.Of(customer?.Language));
            var house = (await db.Desks.AsNoTracking().Where(d => d.IsReception).FirstOrDefaultAsync(CancellationToken.None))?.NameIn(t) ?? t["窓口", "Support"];
            await db.Ask(
                new MailCode { Id = id, Proves = Proves.Number, CustomerId = customer?.Id, CaseId = null, About = number.Value, CreatedAt = now, ExpiresAt = now + MailCode.Lasts },
                customer is null || to is not { VerifiedAt: not null } ? null : new Letter
                {
                    Id = new(id.Value), CustomerId = customer.Id, CaseId = null, Kind = LetterKind.Opening, To = to.Value, Sender = house, Subject = CodeLetter.Subject(house, t),
                    Text = CodeLetter.Text(Proves.Number, house, t), Language = customer.Language, CreatedAt = now, DueAt = now,
                }, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return new OpeningAsked(id, (int)MailCode.Lasts.TotalMinutes);
        }

        /// <summary>With the code: each case that a link would open, with a link of its own.</summary>
        public async Task<Result<OwnCases, OpeningRefusal>> OpenByCode(Id<MailCode> id, string code, BaseAddress address, DateTimeOffset now)
        {
            var asked = await db.Lock(id).AsTracking().SingleOrDefaultAsync(c => c.Proves == Proves.Number, CancellationToken.None);
            var isRight = asked?.Take(MailCode.Clean(code), now) == true;
            var own = isRight && asked!.CustomerId is { } customer ? await db.GiveLinks(customer, address, now) : null; // right: it was asked for
            await db.SaveChangesAsync(CancellationToken.None);
            return own is null ? OpeningRefusal.WrongCode : new OwnCases(asked!.About, own);
        }

        private async Task<List<OwnCase>> GiveLinks(Id<Customer> customer, BaseAddress address, DateTimeOffset now)
        {
            var closedAfter = now - Case.OpenAfterClosing;
            var cases = await db.Cases.AsNoTracking().Where(c => c.CustomerId == customer && (c.ClosedAt == null || c.ClosedAt > closedAfter)).OrderByDescending(c => c.ActiveAt).Take(Most)
                .Join(db.Desks, c => c.DeskId, d => d.Id, (c, d) => new { c.Id, c.Subject, c.Status, d.Slug, c.OpenedAt }).ToListAsync(CancellationToken.None);
            var own = new List<OwnCase>();
            foreach (var one in cases)
            {
                var token = Secret.New("mt_");
                db.Set<CaseToken>().Add(new CaseToken { Hash = Secret.Hash(token), CaseId = one.Id, CreatedAt = now });
                own.Add(new OwnCase(one.Id, one.Subject, one.Status, one.Slug, one.OpenedAt, token, address.Of($"/c/{token}")));
            }

            return own;
        }
    }
}
