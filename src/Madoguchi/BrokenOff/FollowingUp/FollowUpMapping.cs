using Madoguchi.Cases;
using Madoguchi.Cases.Following;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Cases.Wording;
using Madoguchi.Mail;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.BrokenOff.FollowingUp;

public static class FollowUpMapping
{
    extension(Db db)
    {
        /// <summary>To a contact that was found, or one of which the agent judges that it broke off.</summary>
        public async Task<Result<FollowUpSent, FollowUpRefusal>> FollowUp(Id<Case> id, Caller caller, string? text, Hold hold, DateTimeOffset now)
        {
            if (caller.Agent is not { } agent || await db.Find(id, caller, now) is not { } theCase)
                return FollowUpRefusal.Unknown;
            var known = theCase.BreakId is { } open ? await db.Breaks.AsTracking().SingleAsync(b => b.Id == open, CancellationToken.None) : null;
            var broken = known ?? FindingMapping.Of(theCase, new Found(BreakKind.Agent, await db.LastHeardOf(theCase)), now);
            var words = text is null ? await db.PreparedFollowUp(theCase, broken.How, CancellationToken.None) : PlainText.Clean(text);
            // What stands ready are the house's words; one's own wait for a second person, and this cannot.
            hold.IsApproved = text is null || words == await db.PreparedFollowUp(theCase, broken.How, CancellationToken.None);
            if (broken.FollowedUpAt is null && theCase.Status is not Status.Solved && (await db.Release(theCase, words, caller, agent, hold, now)).Refused(out var held, out _))
                return Held(held);
            if (theCase.FollowUp(broken, words, agent, now).Refused(out var why, out var followedUp))
                return why;

            if (known is null && theCase.BreakOff(broken) is { } happened)
                db.Keep(theCase, broken, caller.By(happened), happened, now);
            var entry = db.Record(theCase, caller.By(followedUp), followedUp, now);
            var t = Tongue.Of(theCase.Language);
            var mailed = await db.SendToCustomer(theCase, LetterKind.FollowUp, FollowUpWords.Subject(t), FollowUpWords.Letter(words, t), now, upTo: entry.Number);
            await db.SaveChangesAsync(CancellationToken.None);
            return new FollowUpSent(entry.Number, words, mailed);
        }

        /// <summary>The words that stand ready, in the customer's language.</summary>
        public async Task<string> PreparedFollowUp(Case theCase, BreakKind how, CancellationToken ct)
        {
            var (customer, t) = (theCase.CustomerId, Tongue.Of(theCase.Language));
            return FollowUpWords.For(how, (await db.Set<Customers.Customer>().AsNoTracking().SingleAsync(c => c.Id == customer, ct)).Addressed(t), t);
        }

        private async Task<DateTimeOffset> LastHeardOf(Case theCase)
        {
            var id = theCase.Id;
            var spoke = await db.Entries.Where(e => e.CaseId == id && e.Role == Role.Customer).OrderByDescending(e => e.Number).Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync(CancellationToken.None);
            var seen = await db.CustomerSeen(id, CancellationToken.None);
            return (seen > spoke ? seen : spoke) ?? theCase.OpenedAt;
        }
    }
    private static FollowUpRefusal Held(HoldRefusal why) => why switch
    {
        HoldRefusal.WithAnotherDesk => FollowUpRefusal.WithAnotherDesk,
        HoldRefusal.SendsAway => FollowUpRefusal.SendsAway,
        HoldRefusal.NeedsFinding => FollowUpRefusal.NeedsFinding,
        HoldRefusal.UnknownProof => FollowUpRefusal.UnknownProof,
        HoldRefusal.NeedsApproval => FollowUpRefusal.NeedsApproval,
    };
}
