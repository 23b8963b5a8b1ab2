using System.Text.Json;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices.Changing;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Voices.Deciding;

/// <summary>One customer behind a decided voice, to be told.</summary>
public sealed record TellDecision(Guid Recipient)
{
    /// <summary>The outbox's kind.</summary>
    public const string Work = "decisionTold";
}

/// <summary>A decision can no longer be called off: an outbox row for each customer behind the voice, some hundred at a time so that nobody else waits, and the news for whoever follows the voice.</summary>
public sealed class DecidedFollower : OutboxWork
{
    private const int AtATime = 200;

    public override string Kind => DecisionDue.Work;

    public override async Task Do(Db db, string payload, DateTimeOffset now)
    {
        var id = new Id<Decision>(JsonSerializer.Deserialize<DecisionDue>(payload, Json.Options)!.Decision); // only ever written from one
        if (await db.Lock(id).AsNoTracking().SingleOrDefaultAsync(CancellationToken.None) is not { CancelledAt: null } decision)
            return;
        var (voice, told) = (decision.VoiceId, db.DecisionRecipients.Where(r => r.DecisionId == id).Select(r => r.CustomerId));
        var isFirst = !await told.AnyAsync(CancellationToken.None);
        var next = await db.BehindIt(voice).Where(c => !told.Contains(c)).OrderBy(c => c).Take(AtATime).ToListAsync(CancellationToken.None);
        foreach (var customer in next)
        {
            var recipient = new DecisionRecipient { Id = Id<DecisionRecipient>.New(), DecisionId = id, CustomerId = customer };
            db.DecisionRecipients.Add(recipient);
            db.Enqueue(TellDecision.Work, new TellDecision(recipient.Id.Value), now);
        }

        if (next.Count == AtATime)
            db.Enqueue(DecisionDue.Work, new DecisionDue(id.Value), now);
        if (isFirst)
            await db.TouchVoice(voice, Change.Decision, now);
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
