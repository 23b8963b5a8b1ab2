using System.Text.Json;
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

/// <summary>A decision can no longer be called off: outbox rows for the customers behind the voice, some hundred at a time so that nobody else waits, and the news for whoever follows the voice.</summary>
public sealed class DecidedFollower : OutboxWork
{
    private const int AtATime = 500;
    private const int AtOnce = 25;

    public override string Kind => DecisionDue.Work;

    public override async Task Do(Db db, string payload, DateTimeOffset now)
    {
        var due = JsonSerializer.Deserialize<DecisionDue>(payload, Json.Options)!; // only ever written from one
        var id = new Id<Decision>(due.Decision);
        if (await db.Lock(id).AsNoTracking().SingleOrDefaultAsync(CancellationToken.None) is not { CancelledAt: null } decision)
            return;
        var isFirst = !due.IsLate && !await db.DecisionRecipients.AnyAsync(r => r.DecisionId == id, CancellationToken.None);
        var next = await (await db.UntoldBy(decision, due.IsLate)).OrderBy(c => c).Take(AtATime).ToListAsync(CancellationToken.None);
        foreach (var some in next.ConvertAll(c => new DecisionRecipient { Id = Id<DecisionRecipient>.New(), DecisionId = id, CustomerId = c }).Chunk(AtOnce))
        {
            db.DecisionRecipients.AddRange(some);
            db.Enqueue(TellDecision.Work, new TellDecision(some[0].Id.Value, [.. some.Skip(1).Select(r => r.Id.Value)]), now);
        }

        if (next.Count == AtATime)
            db.Enqueue(DecisionDue.Work, due, now);
        if (isFirst)
            await db.TouchVoice(decision.VoiceId, Change.Decision, now);
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
