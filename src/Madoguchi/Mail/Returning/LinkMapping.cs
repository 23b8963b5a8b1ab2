using Madoguchi.Cases;
using Madoguchi.Cases.Messaging;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Mail.Returning;

/// <param name="To">The address, masked.</param>
public sealed record LinkSent(string To);

public enum LinkRefusal { Unknown, WithAnotherDesk, NoAddress }

public static class LinkMapping
{
    // Two colleagues, or one impatient one: the customer needs it once.
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(1);

    extension(Db db)
    {
        /// <summary>By an agent's one click.</summary>
        public async Task<Result<LinkSent, LinkRefusal>> SendLink(Id<Case> id, Caller caller, DateTimeOffset now)
        {
            if (caller.Agent is not { } agent || await db.Find(id, caller, now) is not { } theCase)
                return LinkRefusal.Unknown;
            if (!agent.WorksAt(theCase.DeskId))
                return LinkRefusal.WithAnotherDesk;
            var lately = now - JustNow;
            if (await db.Letters.AsNoTracking().Where(l => l.CaseId == id && l.Kind == LetterKind.Link && l.CreatedAt > lately && l.State != LetterState.Parked).Select(l => l.To).FirstOrDefaultAsync(CancellationToken.None) is { } sent)
                return new LinkSent(MailAddress.Masked(sent));
            if (!await db.PostLink(theCase, now))
                return LinkRefusal.NoAddress;
            await db.SaveChangesAsync(CancellationToken.None);
            return new LinkSent(MailAddress.Masked((await db.MailAddressOf(theCase.CustomerId, CancellationToken.None))!.Value)); // it was just written to
        }

        /// <summary>False: no address is known.</summary>
        public async Task<bool> PostLink(Case theCase, DateTimeOffset now)
        {
            var (t, deskId, customerId) = (Tongue.Of(theCase.Language), theCase.DeskId, theCase.CustomerId);
            var desk = (await db.Desks.AsNoTracking().SingleAsync(d => d.Id == deskId, CancellationToken.None)).NameIn(t);
            var customer = await db.Customers.AsNoTracking().SingleAsync(c => c.Id == customerId, CancellationToken.None);
            return await db.SendToCustomer(theCase, LetterKind.Link, LinkLetter.Subject(theCase, desk, t), LinkLetter.Text(theCase, customer, desk, t), now);
        }
    }
}
