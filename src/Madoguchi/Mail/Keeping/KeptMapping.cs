using Madoguchi.Cases;
using Madoguchi.Mail.Sending;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Mail.Keeping;

/// <param name="Error">Why it was not taken last.</param>
/// <param name="DueAt">When it is tried next.</param>
public sealed record LetterView(Id<Letter> LetterId, LetterKind Kind, string To, string Subject, Id<Case>? CaseId, LetterState State, DateTimeOffset CreatedAt, DateTimeOffset DueAt, int Attempts, string? Error);

public sealed record LetterList(IReadOnlyList<LetterView> Letters);

public enum RetryRefusal { Unknown, NotParked }

public static class KeptMapping
{
    private const int Most = 200;

    extension(Db db)
    {
        /// <summary>What has not gone out: what is parked first, then what is tried again.</summary>
        public async Task<LetterList> UnsentLetters(CancellationToken ct) =>
            new(await db.Letters.AsNoTracking().Where(l => l.State != LetterState.Sent).OrderBy(l => l.State == LetterState.Waiting).ThenByDescending(l => l.CreatedAt).Take(Most)
                .Select(l => new LetterView(l.Id, l.Kind, l.To, l.Subject, l.CaseId, l.State, l.CreatedAt, l.DueAt, l.Attempts, l.Error)).ToListAsync(ct));

        /// <summary>A parked letter is tried again, from the beginning.</summary>
        public async Task<Result<LetterView, RetryRefusal>> TryAgain(Id<Letter> id, DateTimeOffset now)
        {
            if (await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } letter)
                return RetryRefusal.Unknown;
            if (letter.State is not LetterState.Parked)
                return RetryRefusal.NotParked;
            (letter.State, letter.Attempts, letter.DueAt) = (LetterState.Waiting, 0, now);
            db.RingAfterCommit(LetterFollower.Topic);
            await db.SaveChangesAsync(CancellationToken.None);
            return new LetterView(id, letter.Kind, letter.To, letter.Subject, letter.CaseId, letter.State, letter.CreatedAt, letter.DueAt, letter.Attempts, letter.Error);
        }
    }
}
