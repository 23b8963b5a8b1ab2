using Madoguchi.Cases;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Calls.Texting;

/// <param name="Error">Why it was not taken last.</param>
/// <param name="DueAt">When it is tried next.</param>
public sealed record TextView(Id<TextMessage> TextId, TextKind Kind, string To, Id<Case>? CaseId, TextState State, DateTimeOffset CreatedAt, DateTimeOffset DueAt, int Attempts, string? Error);

public sealed record TextList(IReadOnlyList<TextView> Texts);

public enum RetryTextRefusal { Unknown, NotParked }

public static class UnsentTextsMapping
{
    private const int Most = 200;

    extension(Db db)
    {
        /// <summary>What has not gone out: what is parked first, then what is tried again.</summary>
        public async Task<TextList> UnsentTexts(CancellationToken ct) =>
            new(await db.Texts.AsNoTracking().Where(l => l.State != TextState.Sent).OrderBy(l => l.State == TextState.Waiting).ThenByDescending(l => l.CreatedAt).Take(Most)
                .Select(l => new TextView(l.Id, l.Kind, l.To, l.CaseId, l.State, l.CreatedAt, l.DueAt, l.Attempts, l.Error)).ToListAsync(ct));

        /// <summary>A parked message is tried again, from the beginning.</summary>
        public async Task<Result<TextView, RetryTextRefusal>> TryTextAgain(Id<TextMessage> id, DateTimeOffset now)
        {
            if (await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } text)
                return RetryTextRefusal.Unknown;
            if (text.State is not TextState.Parked)
                return RetryTextRefusal.NotParked;
            (text.State, text.Attempts, text.DueAt) = (TextState.Waiting, 0, now);
            db.RingAfterCommit(TextFollower.Topic);
            await db.SaveChangesAsync(CancellationToken.None);
            return new TextView(id, text.Kind, text.To, text.CaseId, text.State, text.CreatedAt, text.DueAt, text.Attempts, text.Error);
        }

        /// <summary>A message to try the settings with. It is about nobody.</summary>
        public async Task<bool> TextTest(string to, string words, DateTimeOffset now)
        {
            db.Texts.Add(new TextMessage { Id = Id<TextMessage>.New(), CustomerId = null, CaseId = null, Kind = TextKind.Test, To = to, Text = words, CreatedAt = now, DueAt = now });
            db.RingAfterCommit(TextFollower.Topic);
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }
    }
}
