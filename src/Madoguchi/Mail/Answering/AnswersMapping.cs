using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Mail.Answering;

/// <param name="Case">Locked.</param>
/// <param name="Seen">When the customer was last at the page.</param>
public sealed record Unread(Case Case, IReadOnlyList<Entry> Answers, DateTimeOffset? Seen);

public static class AnswersMapping
{
    extension(Db db)
    {
        /// <summary>The desk's answers that the customer has neither read nor been mailed; null when there are none. What is closed is written about only when it turns out that it was broken for many.</summary>
        public async Task<Unread?> UnreadAnswers(Id<Case> id)
        {
            if (await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } theCase)
                return null;
            var mark = await db.ReadMarks.AsNoTracking().SingleOrDefaultAsync(r => r.CaseId == id && r.Reader == Guid.Empty, CancellationToken.None);
            var mailed = await db.Letters.Where(l => l.CaseId == id && l.Kind == LetterKind.Answers).MaxAsync(l => (int?)l.UpTo, CancellationToken.None) ?? 0;
            // Who writes on has read what stood above, even where no script told us so.
            var spoke = await db.Entries.Where(e => e.CaseId == id && e.Role == Role.Customer).MaxAsync(e => (int?)e.Number, CancellationToken.None) ?? 0;
            var (after, kinds) = (Math.Max(Math.Max(mark?.Entry ?? 0, mailed), spoke), theCase.IsClosed ? AnswersLetter.AfterClosing : AnswersLetter.Kinds);
            var answers = await db.Entries.AsNoTracking().Where(e => e.CaseId == id && e.Number > after && !e.Internal && e.Withdrawn == null && (e.Role == Role.Agent || e.Kind == "remedyGranted") && kinds.Contains(e.Kind))
                .OrderBy(e => e.Number).ToListAsync(CancellationToken.None);
            return answers.Count == 0 ? null : new Unread(theCase, answers, mark?.At);
        }

        /// <summary>Something that stands in this letter was taken back after it was written.</summary>
        public async Task<bool> HasTakenBack(Letter letter)
        {
            var (id, upTo, written) = (letter.CaseId, letter.UpTo, letter.CreatedAt);
            return letter.Kind is LetterKind.Answers && await db.Entries.AnyAsync(e => e.CaseId == id && e.Number <= upTo && e.Withdrawn != null
                && db.Set<Entry>().Any(back => back.CaseId == e.CaseId && back.Number == e.Withdrawn && back.At >= written), CancellationToken.None);
        }

        public async Task MailAnswers(Unread unread, DateTimeOffset now)
        {
            var theCase = unread.Case;
            var (t, deskId, customerId) = (Tongue.Of(theCase.Language), theCase.DeskId, theCase.CustomerId);
            var desk = (await db.Desks.AsNoTracking().SingleAsync(d => d.Id == deskId, CancellationToken.None)).NameIn(t);
            var customer = await db.Customers.AsNoTracking().SingleAsync(c => c.Id == customerId, CancellationToken.None);
            await db.SendToCustomer(theCase, LetterKind.Answers, AnswersLetter.Subject(theCase, unread.Answers, desk, t), AnswersLetter.Text(unread.Answers, customer, desk, t), now, upTo: unread.Answers[^1].Number);
        }
    }
}
