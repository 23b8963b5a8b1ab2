using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Notices;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Calls.Texting;

/// <summary>The right to send one message now.</summary>
/// <param name="Attempt">Which try it is; a later one means that somebody else has taken over.</param>
/// <param name="Words">The link filled in.</param>
public sealed record TextClaim(TextMessage Text, int Attempt, string Words);

public static class TextClaimsMapping
{
    public static readonly TimeSpan ClaimedFor = TimeSpan.FromSeconds(90);

    /// <summary>Over some hours: who is told the next day that we called has forgotten it.</summary>
    public const int Tries = 6;

    extension(Db db)
    {
        /// <summary>Takes the next message that is due, for this node alone, and makes the customer's link: its hash is kept.</summary>
        public async Task<TextClaim?> ClaimText(BaseAddress address, DateTimeOffset now)
        {
            var due = db.IsPostgres
                ? db.Texts.FromSql($"""select * from texts where "State" = 'Waiting' and "DueAt" <= {now} order by "DueAt" limit 1 for update skip locked""")
                : db.Texts.Where(l => l.State == TextState.Waiting && l.DueAt <= now).OrderBy(l => l.DueAt).Take(1);
            if ((await due.AsTracking().ToListAsync(CancellationToken.None)).SingleOrDefault() is not { } text)
                return null;
            (text.Attempts, text.Error) = (text.Attempts + 1, null);
            text.DueAt = now + ClaimedFor;
            var words = text.Text;
            if (text.CaseId is { } caseId && words.Contains(TextMessage.Link, StringComparison.Ordinal))
            {
                var token = Secret.New("mt_");
                db.Set<CaseToken>().Add(new CaseToken { Hash = Secret.Hash(token), CaseId = caseId, CreatedAt = now });
                words = words.Replace(TextMessage.Link, address.Of($"/c/{token}"), StringComparison.Ordinal);
            }

            await db.SaveChangesAsync(CancellationToken.None);
            return new TextClaim(text, text.Attempts, words);
        }

        public async Task TextSent(TextClaim claim, DateTimeOffset now)
        {
            var theCase = await db.CaseOf(claim.Text);
            if (await db.Lock(claim.Text.Id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { State: not TextState.Sent } text)
                return; // two nodes sent it: one line on the timeline is enough
            (text.State, text.SentAt, text.Error) = (TextState.Sent, now, null);
            if (theCase is not null)
                db.Record(theCase, By.System, new Texted(TextMessage.Masked(text.To), text.Kind is TextKind.NotReached ? Texted.NotReached : Texted.Link), now);
            await db.SaveChangesAsync(CancellationToken.None);
        }

        /// <param name="forGood">It need not be tried again.</param>
        public async Task TextFailed(TextClaim claim, string error, bool forGood, DateTimeOffset now)
        {
            var theCase = await db.CaseOf(claim.Text);
            if (await db.Lock(claim.Text.Id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { State: TextState.Waiting } text || text.Attempts != claim.Attempt)
                return; // somebody else has taken over
            text.Error = error;
            text.DueAt = now + TimeSpan.FromMinutes(Math.Min(120, Math.Pow(3, text.Attempts - 1)));
            if (forGood || text.Attempts >= Tries)
            {
                text.State = TextState.Parked;
                if (theCase is not null)
                {
                    db.Record(theCase, By.System, new TextFailed(text.To, error), now);
                    db.Enqueue(Ring.Work, theCase.AgentId is { } agent ? new Ring(theCase.Id, Ring.TextFailed, [agent], [], []) : new Ring(theCase.Id, Ring.TextFailed, [], [theCase.DeskId], []), now);
                }
            }

            await db.SaveChangesAsync(CancellationToken.None);
        }

        // The case before the message, as everywhere.
        private async Task<Case?> CaseOf(TextMessage text) => text.CaseId is { } id ? await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) : null;
    }
}
