using Madoguchi.Calls.Drafting;
using Madoguchi.Cards;
using Madoguchi.Cases;
using Madoguchi.Cases.Facts;
using Madoguchi.Cases.Listening;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Handovers.TakingOver;
using Madoguchi.Line;
using Madoguchi.Line.Keeping;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Madoguchi.Calls.Taking;

public static class CallMapping
{
    extension(Db db)
    {
        /// <summary>Written down once: a new case of the caller, or the next word of one that goes on.</summary>
        /// <param name="fresh">The number of a caller whom nobody knows yet.</param>
        public async Task<Result<CallMade, CallRefusal>> TakeCall(Call call, CustomerNumber? fresh, CurrentAgent agent, DateTimeOffset now)
        {
            if (await db.Desks.AsNoTracking().SingleOrDefaultAsync(d => d.Slug == call.Desk, CancellationToken.None) is not { } desk)
                return CallRefusal.UnknownDesk;
            if (!agent.WorksAt(desk.Id))
                return CallRefusal.NotAtThisDesk;
            // The line before the case, as everywhere.
            if (call.CaseId is { } waits && await db.ActiveTicket(waits, CancellationToken.None) is { } place)
                await db.LockLine(place.DeskId);
            Customer? customer = null;
            if (CustomerNumber.TryParse(call.CustomerNumber, out var read))
            {
                if ((customer = await db.CustomerOf(read.Value, CancellationToken.None)) is null)
                    return CallRefusal.UnknownNumber;
                if (call.CaseId is { } about && !await db.IsOf(customer, about, agent))
                    return CallRefusal.UnknownCase; // and nothing of it happened
                await db.Look(customer.Id, agent, now);
            }

            Case? theCase;
            if (call.CaseId is { } id)
            {
                if ((await db.GoOn(id, desk, agent, now)).Refused(out var why, out theCase))
                    return why;
            }
            else
                theCase = db.Begin(call, customer, fresh, desk, now);

            await db.Write(theCase, call, agent, now);
            var number = CustomerNumber.Parse(await db.Customers.Where(c => c.Id == theCase.CustomerId).Select(c => c.Number).SingleAsync(CancellationToken.None));
            return new CallMade(number.Value, theCase.Id, string.Join(' ', number.Spoken(Tongue.Of(theCase.Language)).Select(s => s.Word)));
        }

        // The number was read out: it opens the open cases at every desk.
        private Task<bool> IsOf(Customer customer, Id<Case> id, CurrentAgent agent)
        {
            var visible = db.Cases.VisibleTo(agent, db);
            return db.Cases.AnyAsync(c => c.Id == id && c.CustomerId == customer.Id && (c.ClosedAt == null || visible.Any(v => v.Id == c.Id)), CancellationToken.None);
        }

        // With another desk it is taken over first: who has the customer on the line sends nobody away.
        private async Task<Result<Case, CallRefusal>> GoOn(Id<Case> id, Desk desk, CurrentAgent agent, DateTimeOffset now)
        {
            if (await db.Lock(id).TakeableBy(agent, db, now).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } theCase)
                return CallRefusal.UnknownCase;
            if (theCase.DeskId == desk.Id)
                return theCase;

            var t = Tongue.Of(desk.Languages[0]);
            var reason = t["お客様がこの窓口へお電話くださいました。", "The customer called this desk."];
            if (!(await db.TakeOver(id, new NewTakeover(reason, desk.Slug), agent, now)).Refused(out var why, out _))
                return theCase;
            return why switch
            {
                TakeoverRefusal.Closed => CallRefusal.Closed,
                TakeoverRefusal.CustomerWaits => CallRefusal.CustomerWaits,
                TakeoverRefusal.UnknownDesk => CallRefusal.UnknownDesk,
                TakeoverRefusal.Unknown or TakeoverRefusal.AlreadyThere => CallRefusal.UnknownCase,
            };
        }

        private Case Begin(Call call, Customer? customer, CustomerNumber? fresh, Desk desk, DateTimeOffset now)
        {
            if (customer is null)
            {
                customer = new Customer { Id = Id<Customer>.New(), Number = fresh!.Value, Language = call.Language ?? desk.Languages[0], CreatedAt = now }; // a first call brings one
                db.Customers.Add(customer);
            }

            var theCase = new Case
            {
                Id = Id<Case>.New(), CustomerId = customer.Id, DeskId = desk.Id, Language = call.Language ?? customer.Language, Subject = call.Story.Subject, OpenedAt = now,
            };
            db.Cases.Add(theCase);
            db.CaseDesks.Add(new CaseDesk { CaseId = theCase.Id, DeskId = desk.Id, Why = Why.Owns });
            return theCase;
        }

        private async Task Write(Case theCase, Call call, CurrentAgent agent, DateTimeOffset now)
        {
            var caller = new Caller(agent);
            if (theCase.Preview.Length == 0 && !string.IsNullOrWhiteSpace(call.Text))
                theCase.Subject = call.Story.Subject; // until now only a telephone had rung
            if (theCase.TakeCall(PlainText.Clean(call.Text), agent, now).Refused(out _, out var happened))
                throw new InvalidOperationException("The desk was made sure of.");
            // Nothing said that is new: then only the case was looked for.
            foreach (var one in string.IsNullOrWhiteSpace(call.Text) ? [] : happened)
            {
                var entry = db.Record(theCase, caller.By(one), one, now);
                if (one is CallTaken { Text: var words })
                    await db.GetService<Listeners>().Hear(db, theCase, entry, words);
            }

            if (await db.Tickets.AsTracking().FirstOrDefaultAsync(t => t.CaseId == theCase.Id && t.State != TicketState.Served && t.State != TicketState.Left, CancellationToken.None) is { } ticket
                && ticket.TalkedWith(agent, now) is { } served)
            {
                db.Record(theCase, caller.By(served), served, now);
                db.RingLine(ticket);
            }

            await db.SaveChangesAsync(CancellationToken.None);
            await db.ForgetTaken(agent, call.Text);
            // Name and addresses are facts too: nobody asks for them again. What is known already is not told twice.
            foreach (var (key, value) in call.Told)
                await db.TellFact(theCase.Id, caller, key, value, now);
        }
    }
}
