using System.Security.Cryptography;
using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Mail.Answering;
using Madoguchi.Mail.Proving;
using Madoguchi.Notices;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Mail.Sending;

/// <summary>The right to send one letter now.</summary>
/// <param name="Attempt">Which try it is; a later one means that somebody else has taken over.</param>
/// <param name="Text">Link and code filled in.</param>
public sealed record Claim(Letter Letter, int Attempt, string Text);

public static class ClaimsMapping
{
    /// <summary>Longer than any conversation with a mail server may last: who has not come back by then was killed.</summary>
    public static readonly TimeSpan ClaimedFor = TimeSpan.FromSeconds(90);

    /// <summary>Over half a day, ever less often.</summary>
    public const int Tries = 8;

    extension(Db db)
    {
        /// <summary>Takes the next letter that is due, for this node alone, and makes the customer's link: its hash is kept, the link itself goes into the letter only.</summary>
        public async Task<Claim?> ClaimLetter(BaseAddress address, DateTimeOffset now)
        {
            var due = db.IsPostgres
                ? db.Letters.FromSql($"""select * from letters where "State" = 'Waiting' and "DueAt" <= {now} order by "DueAt" limit 1 for update skip locked""")
                : db.Letters.Where(l => l.State == LetterState.Waiting && l.DueAt <= now).OrderBy(l => l.DueAt).Take(1);
            if ((await due.AsTracking().ToListAsync(CancellationToken.None)).SingleOrDefault() is not { } letter)
                return null;

            if (await db.HasTakenBack(letter))
            {
                // Nobody gets what was taken back: the letter is written anew from what is still said.
                db.Letters.Remove(letter);
                db.Enqueue(LookFollower.Name, new Look(letter.CaseId!.Value, now), now); // answers belong to a case
                await db.SaveChangesAsync(CancellationToken.None);
                return await db.ClaimLetter(address, now);
            }

            (letter.Attempts, letter.Error) = (letter.Attempts + 1, null);
            letter.DueAt = now + ClaimedFor;
            var text = letter.Text;
            if (letter.CaseId is { } caseId && text.Contains(Letter.Link, StringComparison.Ordinal))
            {
                var token = Secret.New("mt_");
                db.Set<CaseToken>().Add(new CaseToken { Hash = Secret.Hash(token), CaseId = caseId, CreatedAt = now });
                text = text.Replace(Letter.Link, address.Of($"/c/{token}"), StringComparison.Ordinal);
            }

            if (text.Contains(Letter.Code, StringComparison.Ordinal) && await db.Lock(new Id<MailCode>(letter.Id.Value)).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is { } asked)
            {
                var code = RandomNumberGenerator.GetString("0123456789", 6);
                asked.Set(code, now);
                text = text.Replace(Letter.Code, code, StringComparison.Ordinal);
            }

            await db.SaveChangesAsync(CancellationToken.None);
            return new Claim(letter, letter.Attempts, text);
        }

        public async Task LetterSent(Claim claim, DateTimeOffset now)
        {
            var theCase = await db.CaseOf(claim.Letter);
            if (await db.Lock(claim.Letter.Id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { State: not LetterState.Sent } letter)
                return; // two nodes sent it: one line on the timeline is enough
            (letter.State, letter.SentAt, letter.Error) = (LetterState.Sent, now, null);
            if (theCase is not null)
                db.Record(theCase, By.System, new Mailed(MailAddress.Masked(letter.To), Why(letter.Kind)), now);
            await db.SaveChangesAsync(CancellationToken.None);
        }

        /// <param name="forGood">It need not be tried again.</param>
        public async Task LetterFailed(Claim claim, string error, bool forGood, DateTimeOffset now)
        {
            var theCase = await db.CaseOf(claim.Letter);
            if (await db.Lock(claim.Letter.Id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { State: LetterState.Waiting } letter || letter.Attempts != claim.Attempt)
                return; // somebody else has taken over
            letter.Error = error;
            letter.DueAt = now + TimeSpan.FromMinutes(Math.Min(240, Math.Pow(4, letter.Attempts - 1)));
            if (forGood || letter.Attempts >= Tries)
            {
                letter.State = LetterState.Parked;
                if (theCase is not null)
                    db.Complain(theCase, letter, now);
            }

            await db.SaveChangesAsync(CancellationToken.None);
        }

        // Who is in charge learns of it, or the desk when nobody is.
        private void Complain(Case theCase, Letter letter, DateTimeOffset now)
        {
            db.Record(theCase, By.System, new MailFailed(letter.To, letter.Error ?? ""), now);
            db.Enqueue(Ring.Work, theCase.AgentId is { } agent ? new Ring(theCase.Id, "mailFailed", [agent], [], []) : new Ring(theCase.Id, "mailFailed", [], [theCase.DeskId], []), now);
        }

        // The case before the letter, as everywhere.
        private async Task<Case?> CaseOf(Letter letter) =>
            letter.CaseId is { } id ? await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) : null;
    }

    private static string Why(LetterKind kind) => kind switch
    {
        LetterKind.Answers => Mailed.Answers,
        LetterKind.FollowUp => Mailed.FollowUp,
        LetterKind.Link or LetterKind.Code or LetterKind.Opening or LetterKind.Receipt or LetterKind.House => Mailed.Link, // codes, receipts and what the house tells itself belong to no case
    };
}
