using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Customers.Phones;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Line;
using Madoguchi.Line.Joining;
using Madoguchi.Line.Keeping;
using Madoguchi.Notices;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Calls.ComingIn;

public static class HearingMapping
{
    // As long as a telephone rings at most: who is not reported missed by then is called back all the same.
    private static readonly TimeSpan Rings = TimeSpan.FromMinutes(2);

    extension(Db db)
    {
        /// <summary>A call is heard of: customer, case and place in line are found or made. The line's lock makes the same report twice one call.</summary>
        /// <param name="fresh">The number of a caller whom nobody knows yet.</param>
        public async Task<Result<CallHeard, ReportRefusal>> Hear(CallReport report, CustomerNumber fresh, CurrentAgent agent, HouseZone zone, DateTimeOffset now)
        {
            if (await db.Desks.AsNoTracking().SingleOrDefaultAsync(d => d.Slug == report.Desk, CancellationToken.None) is not { } desk)
                return ReportRefusal.UnknownDesk;
            if (!agent.WorksAt(desk.Id))
                return ReportRefusal.NotAtThisDesk;
            await db.LockLine(desk.Id);
            var (number, known) = (report.Number, await db.Known(report, desk.Id));
            var call = known ?? db.CallsIn.Add(CallIn.Of(Id<CallIn>.New(), report, desk.Id, number?.E164 ?? "")).Entity;
            var isNews = known?.Take(report) ?? call.State is not CallState.Ringing;
            if (known is null && number is not null)
                await db.Find(call, number, desk, fresh, now);
            await db.SaveChangesAsync(CancellationToken.None);
            var answered = isNews ? await db.WhoAnswered(report) : null;
            if (call.CaseId is { } id)
                await db.Follow(call, number!, desk, await db.Lock(id).AsTracking().SingleAsync(CancellationToken.None), known is null, isNews, answered, zone, now); // who has a case has a number
            await db.SaveChangesAsync(CancellationToken.None);
            var customer = call.CustomerId is { } who ? await db.Customers.AsNoTracking().Where(c => c.Id == who).Select(c => c.Number).SingleAsync(CancellationToken.None) : null;
            return new CallHeard(customer, call.CaseId, call.TicketId, await db.CountCalls(desk.Id, call.From, call.At, CancellationToken.None)) { AnsweredBy = answered };
        }

        private async Task<CallIn?> Known(CallReport report, Id<Desk> desk)
        {
            var (from, around) = (report.Number?.E164 ?? "", report.At - TimeSpan.FromHours(1));
            var until = report.At + TimeSpan.FromHours(1);
            var near = await db.CallsIn.AsTracking().Where(c => c.From == from && c.DeskId == desk && c.At > around && c.At < until).OrderByDescending(c => c.At).ToListAsync(CancellationToken.None);
            return near.Find(c => c.At == report.At.ToMicroseconds() || c.EndedAt == report.At.ToMicroseconds()) ?? near.Find(c => c.IsMeantBy(report));
        }

        private async Task Find(CallIn call, PhoneNumber number, Desk desk, CustomerNumber fresh, DateTimeOffset now)
        {
            var customer = await db.CustomerOf(number, CancellationToken.None);
            var theCase = await db.CaseOf(number, customer, desk.Id) ?? await db.Begin(number, customer, desk, fresh, now);
            (call.CustomerId, call.CaseId) = (theCase.CustomerId, theCase.Id);
        }

        // Nothing is known of the matter yet but that somebody called.
        private async Task<Case> Begin(PhoneNumber number, Customer? customer, Desk desk, CustomerNumber fresh, DateTimeOffset now)
        {
            var isNew = customer is null;
            if (customer is null)
                db.Customers.Add(customer = new Customer { Id = Id<Customer>.New(), Number = fresh.Value, Language = desk.Languages[0], CreatedAt = now });
            var t = Tongue.Of(customer.Language);
            var theCase = new Case
            {
                Id = Id<Case>.New(), CustomerId = customer.Id, DeskId = desk.Id, Language = customer.Language, Subject = t[$"お電話({number.Shown})", $"A call from {number.Shown}"], OpenedAt = now, ActiveAt = now,
            };
            db.Cases.Add(theCase);
            db.CaseDesks.Add(new CaseDesk { CaseId = theCase.Id, DeskId = desk.Id, Why = Why.Owns });
            if (isNew)
                await db.Tell(theCase, "phone", number.Shown, By.Customer(null, customer.Id.Value), now);
            return theCase;
        }

        private async Task Follow(CallIn call, PhoneNumber number, Desk desk, Case theCase, bool isNew, bool isNews, Id<Agent>? answered, HouseZone zone, DateTimeOffset now)
        {
            var by = By.Customer(await db.Customers.Where(c => c.Id == theCase.CustomerId).Select(c => c.Name).SingleAsync(CancellationToken.None), theCase.CustomerId.Value);
            if (isNews)
            {
                var came = new CallCame(call.Id.Value, call.State is CallState.Missed ? CallCame.Missed : CallCame.Answered, call.At, await db.CountCalls(desk.Id, call.From, call.At, CancellationToken.None));
                foreach (var one in theCase.Hear(came, now))
                    db.Record(theCase, by, one, now);
                await db.SaveChangesAsync(CancellationToken.None);
            }

            if (isNew && number.CanBeCalled)
            {
                (call.TicketId, call.TookPlace) = (await db.ActiveTicket(theCase.Id, CancellationToken.None))?.Id is { } there ? (there, false) : (await db.Place(theCase, desk, number, zone, now), true);
            }

            if (call.TicketId is { } ticketId && await db.Tickets.AsTracking().SingleAsync(t => t.Id == ticketId, CancellationToken.None) is { IsActive: true } ticket)
                db.Move(ticket, call, theCase, by, isNew, isNews, answered, now);
            await db.Ring(call, theCase, isNews, answered, now);
        }

        // As if they had taken it themselves: they called.
        private async Task<Id<Ticket>?> Place(Case theCase, Desk desk, PhoneNumber number, HouseZone zone, DateTimeOffset now)
        {
            var caller = new Caller(new CurrentCustomer(theCase.Id, theCase.CustomerId, null, []));
            return (await db.Join(desk.Slug, new NewTicket(theCase.Id, Through.Call, number.E164), caller, zone, now)).Refused(out _, out var ticket) ? null : ticket.TicketId;
        }

        private void Move(Ticket ticket, CallIn call, Case theCase, By by, bool isNew, bool isNews, Id<Agent>? answered, DateTimeOffset now)
        {
            if (call.State is CallState.Ringing && isNew && call.TookPlace)
                ticket.WaitUntilRung(now + Rings);
            else if (call.State is CallState.Answered && isNews)
                ticket.GetThrough(now, answered);
            else if (call.State is CallState.Missed && isNews && ticket.MissUs(call.TookPlace) is { } back)
                db.Record(theCase, by, back, now);
            db.RingLine(ticket);
        }

        private async Task Ring(CallIn call, Case theCase, bool isNews, Id<Agent>? answered, DateTimeOffset now)
        {
            if (!isNews)
                return;
            if (call.State is CallState.Missed && await db.MissedInARow(call) == CallIn.Enough)
                db.Enqueue(Notices.Ring.Work, new Ring(theCase.Id, Notices.Ring.MissedThrice, [], [], [theCase.DeskId]), now);
            if (call.State is CallState.Answered)
                db.Enqueue(Notices.Ring.Work, answered is { } who ? new Ring(theCase.Id, Notices.Ring.OnTheLine, [who], [], []) : Notices.Ring.AtDesks(theCase.Id, Notices.Ring.OnTheLine, null, theCase.DeskId), now);
        }
    }
}
