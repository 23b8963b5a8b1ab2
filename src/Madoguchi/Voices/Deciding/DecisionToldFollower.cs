using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Mail;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Voices.Deciding;

/// <summary>Tells one customer, once, in their newest case behind the voice. An open case has letters of its own, as after any answer; a closed one nobody reads any more gets a letter at once.</summary>
public sealed class DecisionToldFollower : OutboxWork
{
    public override string Kind => TellDecision.Work;

    public override async Task Do(Db db, string payload, DateTimeOffset now)
    {
        var id = new Id<DecisionRecipient>(JsonSerializer.Deserialize<TellDecision>(payload, Json.Options)!.Recipient); // only ever written from one
        if (await db.DecisionRecipients.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, CancellationToken.None) is not { State: ToldState.Waiting } waiting)
            return;
        var decision = await db.Decisions.AsNoTracking().SingleAsync(d => d.Id == waiting.DecisionId, CancellationToken.None);
        var about = await db.SaidBy(decision.VoiceId).Where(s => s.Who == waiting.CustomerId).OrderByDescending(s => s.Open).ThenByDescending(s => s.At).Select(s => (Id<Case>?)s.Case).FirstOrDefaultAsync(CancellationToken.None);
        // The case before the recipient, as everywhere.
        var theCase = about is { } behind ? await db.Lock(behind).AsTracking().SingleAsync(CancellationToken.None) : null;
        if (await db.Lock(id).AsTracking().SingleAsync(CancellationToken.None) is not { State: ToldState.Waiting } recipient)
            return;
        (recipient.State, recipient.CaseId, recipient.DoneAt) = (theCase is null ? ToldState.CalledOff : ToldState.Told, about, now);
        if (theCase is not null)
            recipient.Mailed = await Say(db, decision, theCase, now);
        await db.SaveChangesAsync(CancellationToken.None);
    }

    private static async Task<bool> Say(Db db, Decision decision, Case theCase, DateTimeOffset now)
    {
        var said = new VoiceDecided(decision.VoiceId.Value, decision.Id.Value, decision.StateName, decision.In(theCase.Language), decision.Version);
        var entry = db.Record(theCase, By.Agent(decision.By, isInternal: false), said, now);
        if (!theCase.IsClosed)
            return false;
        var (t, deskId, customerId) = (Tongue.Of(theCase.Language), theCase.DeskId, theCase.CustomerId);
        var desk = (await db.Desks.AsNoTracking().SingleAsync(d => d.Id == deskId, CancellationToken.None)).NameIn(t);
        var customer = await db.Customers.AsNoTracking().SingleAsync(c => c.Id == customerId, CancellationToken.None);
        return await db.SendToCustomer(theCase, LetterKind.Answers, DecisionLetter.Subject(theCase.Subject, desk, t), DecisionLetter.Text(said.Text, customer, desk, t), now, upTo: entry.Number);
    }
}
