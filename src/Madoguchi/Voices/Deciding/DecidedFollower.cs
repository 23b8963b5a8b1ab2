using System.Text.Json;
using Madoguchi.Customers;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices.Changing;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Voices.Deciding;

/// <summary>Some customers behind a decided voice, to be told in one transaction.</summary>
public sealed record TellDecision(Guid Recipient, IReadOnlyList<Guid>? Others = null)
{
    /// <summary>The outbox's kind.</summary>
    public const string Work = "decisionTold";
}

/// <summary>A decision can no longer be called off: who stands behind the voice is looked up once, and comes into the record some at a time, so that nobody else waits; and the news for whoever follows the voice.</summary>
public sealed class DecidedFollower : OutboxWork
{
    private const int AtATime = 100;
    private const int AtOnce = 25;

    public override string Kind => DecisionDue.Work;

    public override async Task Do(Db db, string payload, DateTimeOffset now)
    {
        var due = JsonSerializer.Deserialize<DecisionDue>(payload, Json.Options)!; // only ever written from one
        var id = new Id<Decision>(due.Decision);
        if (await db.Decisions.Where(d => d.Id == id).Select(d => (Id<Voice>?)d.VoiceId).SingleOrDefaultAsync(CancellationToken.None) is not { } voice)
            return;
        await db.Lock(voice).AsTracking().SingleAsync(CancellationToken.None); // the voice before the decision, as everywhere
        if (await db.Lock(id).AsNoTracking().SingleOrDefaultAsync(CancellationToken.None) is not { CancelledAt: null } decision)
            return;
        if (due.People is { } people)
            await Note(db, decision, [.. people.Select(p => new Id<Customer>(p))], now);
        else
            await LookUp(db, decision, due, now);
        await db.SaveChangesAsync(CancellationToken.None);
    }

    private static async Task LookUp(Db db, Decision decision, DecisionDue due, DateTimeOffset now)
    {
        foreach (var some in (await (await db.UntoldBy(decision, due.IsLate)).OrderBy(c => c).ToListAsync(CancellationToken.None)).Chunk(AtATime))
            db.Enqueue(DecisionDue.Work, due with { People = [.. some.Select(c => c.Value)] }, now);
        if (!due.IsLate)
            await db.TouchVoice(decision.VoiceId, Change.Decision, now);
    }

    // Whoever stands in the record already came there by another look.
    private static async Task Note(Db db, Decision decision, List<Id<Customer>> people, DateTimeOffset now)
    {
        var id = decision.Id;
        var there = await db.DecisionRecipients.Where(r => r.DecisionId == id && people.Contains(r.CustomerId)).Select(r => r.CustomerId).ToListAsync(CancellationToken.None);
        foreach (var some in people.Except(there).Select(c => new DecisionRecipient { Id = Id<DecisionRecipient>.New(), DecisionId = id, CustomerId = c }).Chunk(AtOnce))
        {
            db.DecisionRecipients.AddRange(some);
            db.Enqueue(TellDecision.Work, new TellDecision(some[0].Id.Value, [.. some.Skip(1).Select(r => r.Id.Value)]), now);
        }
    }
}
