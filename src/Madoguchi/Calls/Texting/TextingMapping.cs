using Madoguchi.Cases;
using Madoguchi.Cases.Messaging;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Calls.Texting;

/// <param name="To">The number, masked.</param>
public sealed record LinkTexted(string To);

public enum TextRefusal { Unknown, WithAnotherDesk, NoNumber, NoGateway }

public static class TextingMapping
{
    // Two colleagues, or one impatient one: the customer needs it once.
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(1);

    extension(Db db)
    {
        /// <summary>The way back by text message, by an agent's one click.</summary>
        public async Task<Result<LinkTexted, TextRefusal>> TextLink(Id<Case> id, Caller caller, bool isOn, DateTimeOffset now)
        {
            if (caller.Agent is not { } agent || await db.Find(id, caller, now) is not { } theCase)
                return TextRefusal.Unknown;
            if (!agent.WorksAt(theCase.DeskId))
                return TextRefusal.WithAnotherDesk;
            if (!isOn)
                return TextRefusal.NoGateway;
            if (await db.MobileOf(theCase, CancellationToken.None) is not { } to)
                return TextRefusal.NoNumber;
            var lately = now - JustNow;
            if (!await db.Texts.AnyAsync(l => l.CaseId == id && l.Kind == TextKind.Link && l.CreatedAt > lately && l.State != TextState.Parked, CancellationToken.None))
            {
                var (t, customerId) = (Tongue.Of(theCase.Language), theCase.CustomerId);
                var number = CustomerNumber.Parse(await db.Customers.Where(c => c.Id == customerId).Select(c => c.Number).SingleAsync(CancellationToken.None));
                var hasSerial = await db.Facts.AnyAsync(f => f.CustomerId == customerId && f.Key == "serialNumber" && f.ReplacedAt == null, CancellationToken.None);
                db.Text(theCase, TextKind.Link, to, TextWords.WayBack(await db.DeskName(theCase.DeskId, t), number, !hasSerial, t), now);
                await db.SaveChangesAsync(CancellationToken.None);
            }

            return new LinkTexted(TextMessage.Masked(to.E164));
        }

        internal async Task<string> DeskName(Id<Desk> desk, Tongue t) => (await db.Desks.AsNoTracking().SingleAsync(d => d.Id == desk, CancellationToken.None)).NameIn(t);
    }
}
