using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Cases.Contacting;
using Madoguchi.Cases.Timeline;
using Madoguchi.Cases.Wording;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Mail;
using Madoguchi.ProductLog;
using Madoguchi.ProductLog.Tying;
using Madoguchi.Remedies;
using Madoguchi.Remedies.Granting;
using Madoguchi.Rules.Broken;
using Madoguchi.Rules.Watching;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Rules.Telling;

/// <summary>Tells one person, once: in the case that they have about it, or in one that the desk opens, with a letter.</summary>
public sealed class TellingFollower(NumberSupply numbers) : OutboxWork
{
    public override string Kind => Tell.Work;

    public override async Task Do(Db db, string payload, DateTimeOffset now)
    {
        var id = new Id<Recipient>(JsonSerializer.Deserialize<Tell>(payload, Json.Options)!.Recipient); // only ever written from one
        if (await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { State: RecipientState.Waiting } recipient)
            return;
        var telling = await db.RuleTellings.AsNoTracking().SingleAsync(t => t.Id == recipient.TellingId, CancellationToken.None);
        var breaks = await db.RuleBreaks.AsTracking().Where(b => b.RecipientId == id).OrderBy(b => b.Since).ToListAsync(CancellationToken.None);
        recipient.DoneAt = now;
        recipient.State = breaks.Any(b => b.IsOpen) ? await Reach(db, telling, recipient, breaks.First(b => b.IsOpen), now) : RecipientState.Healed;
        foreach (var one in breaks)
        {
            if (recipient.State is RecipientState.ToldInCase or RecipientState.ToldInNewCase)
                (one.ToldAt, one.CaseId, one.CustomerId) = (now, recipient.CaseId, recipient.CustomerId);
            else
                one.RecipientId = null; // the next telling tries again
        }

        await db.SaveChangesAsync(CancellationToken.None);
    }

    private async Task<RecipientState> Reach(Db db, RuleTelling telling, Recipient recipient, RuleBreak hit, DateTimeOffset now)
    {
        var who = (await db.CustomersHit([hit], CancellationToken.None)).GetValueOrDefault(hit.Id);
        if (who?.IsToldOf(hit) == false)
            who = null;
        recipient.CustomerId = who?.Id;
        if (who is not null && await CaseAbout(db, who.Id, hit) is { } theCase)
            return await Say(db, telling, recipient, hit, theCase, who.IsProven, now) ? RecipientState.ToldInCase : RecipientState.NotReached;
        if (await Addressee(db, telling, hit, who, now) is not { } customer)
        {
            recipient.Reason = Recipient.NoAddress;
            return RecipientState.NotReached;
        }

        recipient.CustomerId = customer.Id;
        var opened = Open(db, telling, customer, now);
        await db.SaveChangesAsync(CancellationToken.None);
        return await Say(db, telling, recipient, hit, opened, true, now, customer) ? RecipientState.ToldInNewCase : RecipientState.NotReached;
    }

    // The open case that they have about it, as far as one can tell: opened since, and moved last.
    private static async Task<Case?> CaseAbout(Db db, Id<Customer> customer, RuleBreak hit)
    {
        var (family, since) = (await db.FamilyOf(customer, CancellationToken.None), hit.EventTime - BrokenMapping.ClocksDiffer);
        var about = await db.Cases.Where(c => family.Contains(c.CustomerId) && c.ClosedAt == null && c.OpenedAt >= since).OrderByDescending(c => c.ActiveAt).Select(c => (Id<Case>?)c.Id).FirstOrDefaultAsync(CancellationToken.None);
        return about is { } id && await db.Lock(id).AsTracking().SingleAsync(CancellationToken.None) is { IsClosed: false } theCase ? theCase : null;
    }

    // Somebody who can be written to: the customer who is known, or a new one by the address that the product gave us.
    private async Task<Customer?> Addressee(Db db, RuleTelling telling, RuleBreak hit, HitCustomer? who, DateTimeOffset now)
    {
        if (who is not null && (hit.Mail is not null || await db.MailAddressOf(who.Id, CancellationToken.None) is not null))
        {
            var known = await db.Customers.AsTracking().Include(c => c.Addresses).SingleAsync(c => c.Id == who.Id, CancellationToken.None);
            if (await db.MailAddressOf(who.Id, CancellationToken.None) is null)
                db.Add(Reachable.Told(Id<Address>.New(), known.Id, AddressKind.Mail, hit.Mail!, now)); // there is one, or the other
            return known;
        }

        if (hit.Mail is null || MailAddress.Of(hit.Mail) is null)
            return null;
        var desk = await db.Desks.AsNoTracking().SingleAsync(d => d.Id == telling.DeskId, CancellationToken.None);
        var customer = new Customer { Id = Id<Customer>.New(), Number = (await numbers.Next(db)).Value, Language = hit.Language ?? desk.Languages[0], CreatedAt = now };
        customer.Addresses.Add(Reachable.Told(Id<Address>.New(), customer.Id, AddressKind.Mail, hit.Mail, now));
        db.Customers.Add(customer);
        if (EventFields.Key(hit.Key) is { } folded)
            db.CustomerKeys.Add(new CustomerKey { CustomerId = customer.Id, Name = "productKey", Value = hit.Key, Folded = folded, At = now, ById = telling.ById, ByName = telling.ByName });
        return customer;
    }

    private static Case Open(Db db, RuleTelling telling, Customer customer, DateTimeOffset now)
    {
        var theCase = new Case
        {
            Id = Id<Case>.New(), CustomerId = customer.Id, DeskId = telling.DeskId, Language = customer.Language, Subject = Contact.SubjectOf(telling.In(customer.Language)), OpenedAt = now, ActiveAt = now,
        };
        db.Cases.Add(theCase);
        db.CaseDesks.Add(new CaseDesk { CaseId = theCase.Id, DeskId = telling.DeskId, Why = Why.Owns });
        return theCase;
    }

    private static async Task<bool> Say(Db db, RuleTelling telling, Recipient recipient, RuleBreak hit, Case theCase, bool isProven, DateTimeOffset now, Customer? letterTo = null)
    {
        var (agent, text, rule) = (telling.By, telling.In(theCase.Language), await db.Rules.AsNoTracking().SingleAsync(r => r.Id == telling.RuleId, CancellationToken.None));
        recipient.CaseId = theCase.Id;
        // What opens a case was looked at when it was written; a case that goes on may know better what sends its customer away.
        if (letterTo is null && (await db.Release(theCase, text, new Caller(agent), agent, new Hold(), now)).Refused(out _, out _))
        {
            recipient.Reason = Recipient.HeldBack;
            return false;
        }

        if (theCase.Answer(new MessageSaid(text), agent, now).Refused(out _, out var word))
            throw new InvalidOperationException("Whoever tells everybody works at every desk.");
        db.Record(theCase, By.System, new ToldOfBreak(rule.Id.Value, rule.Name, hit.Key, letterTo is not null), now);
        var said = db.Record(theCase, By.Agent(agent, word.IsInternal), word, now);
        await db.SaveChangesAsync(CancellationToken.None);
        await Along(db, telling, recipient, rule, theCase, isProven, now);
        if (letterTo is null)
            return true; // the answer is mailed to whoever does not read it, as any
        var (t, desk) = (Tongue.Of(theCase.Language), await db.Desks.AsNoTracking().SingleAsync(d => d.Id == theCase.DeskId, CancellationToken.None));
        recipient.Mailed = await db.SendToCustomer(theCase, LetterKind.Answers, TellingLetter.Subject(theCase.Subject, desk.NameIn(t), t), TellingLetter.Text(text, letterTo, desk.NameIn(t), t), now, upTo: said.Number);
        return true;
    }

    // Once a case, as from any hand. To whom it belongs is made sure of first: a claim alone earns nothing.
    private static async Task Along(Db db, RuleTelling telling, Recipient recipient, Rule rule, Case theCase, bool isProven, DateTimeOffset now)
    {
        if (telling.Remedy is not { } remedy)
            return;
        if (!isProven)
            recipient.Reason = Recipient.NotProven;
        else if ((await db.Grant(theCase, remedy, rule.Name, new Caller(telling.By), now)).Refused(out var why, out _) && why is not GrantRefusal.AlreadyGranted)
            recipient.Reason = Recipient.NotGranted;
    }
}
