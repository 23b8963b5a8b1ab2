using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Incidents.Updating;
using Madoguchi.Mail;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Voices.Deciding;

/// <summary>Tells some customers, each once, in their newest case behind the voice. An open case has letters of its own, as after any answer; a closed one nobody reads any more gets a letter at once.</summary>
public sealed class DecisionToldFollower : OutboxWork
{
    public override string Kind => TellDecision.Work;

    public override IEnumerable<string> Apart(string payload) =>
        JsonSerializer.Deserialize<TellDecision>(payload, Json.Options) is { Others: { Count: > 0 } others } some ? others.Prepend(some.Recipient).Select(r => JsonSerializer.Serialize(new TellDecision(r), Json.Options)) : [];

    public override async Task Do(Db db, string payload, DateTimeOffset now)
    {
        var tell = JsonSerializer.Deserialize<TellDecision>(payload, Json.Options)!; // only ever written from one
        List<Id<DecisionRecipient>> ids = [new(tell.Recipient), .. (tell.Others ?? []).Select(o => new Id<DecisionRecipient>(o))];
        var waiting = await db.DecisionRecipients.AsNoTracking().Where(r => ids.Contains(r.Id) && r.State == ToldState.Waiting).Select(r => new { r.DecisionId, r.CustomerId }).ToListAsync(CancellationToken.None);
        if (waiting.Count == 0)
            return;
        var (id, people) = (waiting[0].DecisionId, waiting.ConvertAll(w => w.CustomerId));
        var decision = await db.Decisions.AsNoTracking().SingleAsync(d => d.Id == id, CancellationToken.None);
        var newest = await db.NewestOf(people, decision.VoiceId);
        var stopped = (await db.NewsStops.Where(s => people.Contains(s.Id)).Select(s => s.Id).ToListAsync(CancellationToken.None)).ToHashSet();
        // The cases before the recipients, as everywhere.
        var cases = (await db.LockCases([.. newest.Values])).ToDictionary(c => c.Id);
        foreach (var recipient in await db.LockRecipients(ids))
        {
            if (recipient.State is not ToldState.Waiting)
                continue;
            var theCase = newest.TryGetValue(recipient.CustomerId, out var about) ? cases[about] : null;
            (recipient.State, recipient.CaseId, recipient.DoneAt) = (theCase is null ? ToldState.CalledOff : stopped.Contains(recipient.CustomerId) ? ToldState.Unwanted : ToldState.Told, theCase?.Id, now);
            if (theCase is not null && recipient.State is ToldState.Told)
                recipient.Mailed = await Say(db, decision, theCase, now);
        }

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
