using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Reading;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases.Withdrawing;

public enum WithdrawalRefusal { Unknown, WithAnotherDesk, TooLate }

public static class WithdrawalMapping
{
    extension(Db db)
    {
        /// <summary>From here on no customer's page, stream, list or letter has the words; the house still sees what was said. Taken back twice is taken back.</summary>
        public async Task<Result<Recorded, WithdrawalRefusal>> Withdraw(Id<Case> id, Caller caller, int number, DateTimeOffset now)
        {
            if (await db.Find(id, caller, now) is not { } theCase
                || await db.Entries.AsTracking().SingleOrDefaultAsync(e => e.CaseId == id && e.Number == number && !e.Internal, CancellationToken.None) is not { } said)
                return WithdrawalRefusal.Unknown;
            if (said.Withdrawn is { } before)
                return caller.Agent is null == said.Role is Role.Customer ? new Recorded(before) : WithdrawalRefusal.Unknown;
            var seen = await db.Seen(id, CancellationToken.None);
            var isRead = (said.Role is Role.Customer ? seen.ByDesk : seen.ByCustomer) >= number;
            if (theCase.Withdraw(said, caller, isRead, said.Role is Role.Agent ? await db.Unanswered(id, number) : null, now).Refused(out var why, out var happened))
                return Said(why);

            said.Withdrawn = db.Record(theCase, caller.By(happened), happened, now).Number;
            if (theCase.Preview == PlainText.Preview(said.What.Preview ?? "", Entry.PreviewLength))
                theCase.Preview = "";
            await db.SaveChangesAsync(CancellationToken.None);
            return new Recorded(said.Withdrawn.Value);
        }

        /// <summary>Words and pictures that were sent together are taken back together.</summary>
        public async Task<Result<Recorded, WithdrawalRefusal>> WithdrawAct(Id<Case> id, Caller caller, int number, DateTimeOffset now)
        {
            var done = await db.Withdraw(id, caller, number, now);
            if (done.Refused(out _, out _))
                return done;
            var together = await db.Entries.Where(e => e.CaseId == id && e.Number == number)
                .Join(db.Entries.Where(e => e.CaseId == id && e.Withdrawn == null && (e.Kind == "message" || e.Kind == "attachment")), e => new { e.At, e.ById }, e => new { e.At, e.ById }, (_, e) => e.Number)
                .Where(n => n > 1 && n != number).ToListAsync(CancellationToken.None);
            foreach (var other in together)
                await db.Withdraw(id, caller, other, now);
            return done;
        }

        // When the customer spoke last, if nothing but these words answers it.
        private async Task<DateTimeOffset?> Unanswered(Id<Case> id, int without)
        {
            var last = await db.Entries.AsNoTracking().Where(e => e.CaseId == id && (e.Role == Role.Customer || e.Kind == "callTaken") && e.Withdrawn == null).OrderByDescending(e => e.Number)
                .Select(e => new { e.Number, e.At }).FirstOrDefaultAsync(CancellationToken.None);
            var answers = DeskAnswers.Kinds;
            return last is not null && !await db.Entries.AnyAsync(e => e.CaseId == id && e.Number > last.Number && e.Number != without && e.Role == Role.Agent && e.Withdrawn == null
                && answers.Contains(e.Kind), CancellationToken.None) ? last.At : null;
        }
    }

    private static WithdrawalRefusal Said(WithdrawRefusal why) => why switch
    {
        WithdrawRefusal.NotYours => WithdrawalRefusal.Unknown,
        WithdrawRefusal.WithAnotherDesk => WithdrawalRefusal.WithAnotherDesk,
        WithdrawRefusal.TooLate => WithdrawalRefusal.TooLate,
    };
}
