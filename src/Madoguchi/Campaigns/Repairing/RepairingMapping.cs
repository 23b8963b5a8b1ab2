using Madoguchi.Campaigns.Beginning;
using Madoguchi.Cases;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Mail;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Campaigns.Repairing;

public static class RepairingMapping
{
    extension(Db db)
    {
        /// <summary>An agent mends a registration: who, when and why stay on its record, and on the case that asked for it. The case before the code, as everywhere.</summary>
        /// <param name="receipt">A fresh number.</param>
        public async Task<Result<Repaired, RepairRefusal>> Repair(Id<Registration> id, RepairWish asked, Caller caller, string receipt, BaseAddress address, DateTimeOffset now)
        {
            var agent = caller.Agent!; // agents' own door
            Case? theCase = null;
            if (asked.CaseId is { } caseId && (theCase = await db.Find(caseId, caller, now)) is null)
                return RepairRefusal.UnknownCase;
            if (theCase is not null && !agent.WorksAt(theCase.DeskId))
                return RepairRefusal.WithAnotherDesk;
            if (await db.Held(id) is not var (held, one, campaign))
                return RepairRefusal.Unknown;
            if (one.Prevents(asked.Repair, agent, held.Winner, theCase is not null) is { } not)
                return not;

            var (by, reason, next) = (new EventBy(agent.Id.Value, agent.Name), PlainText.Clean(asked.Reason), (DateTimeOffset?)null);
            switch (asked.Repair)
            {
                case Campaigns.Repair.Resend:
                    next = await db.SendCode(one, campaign, address, by, reason, now);
                    break;
                case Campaigns.Repair.CorrectAddress:
                    if (await db.Correct(held, one, campaign, asked.Email!, address, by, reason, asked.CaseId, now) is not { } corrected) // checked with the body
                        return RepairRefusal.AddressTaken;
                    next = corrected.Next;
                    break;
                case Campaigns.Repair.Complete:
                    db.RegistrationEvents.Add(one.FinishByHand(campaign, theCase!.CustomerId, receipt, by, reason, theCase.Id, now)); // decided above: there is one
                    await db.PostReceipt(one, campaign, held.Code, address, now);
                    break;
                case Campaigns.Repair.Release:
                    db.RegistrationEvents.Add(one.Release(by, reason, asked.CaseId, now));
                    break;
            }

            if (theCase is not null)
                db.Tell(theCase, caller, asked, one, campaign, reason, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return new Repaired(id, RegistrationView.Of(one, campaign).State, next, RegistrationView.ReceiptOf(one)?.Number);
        }

        /// <summary>The registrant has mistyped their address, and says so on the page. What was begun stays begun.</summary>
        public async Task<Result<RegistrationView, RepairRefusal>> CorrectOwn(Id<Registration> id, string email, BaseAddress address, DateTimeOffset now)
        {
            if (await db.Held(id) is not var (held, one, campaign))
                return RepairRefusal.Unknown;
            if (one.State is RegistrationState.Complete)
                return RepairRefusal.Complete;
            if (one.Prevents(campaign, held.Winner, now) is { } not)
                return not is ConfirmRefusal.CodeUsed ? RepairRefusal.CodeUsed : RepairRefusal.Released;
            if (await db.Correct(held, one, campaign, email, address, null, null, null, now) is not { } corrected)
                return RepairRefusal.AddressTaken;
            await db.SaveChangesAsync(CancellationToken.None);
            return RegistrationView.Of(one, campaign, null, corrected.Next);
        }

        // Null: somebody has begun with this very address and code.
        private async Task<(DateTimeOffset? Next, bool Done)?> Correct(
            LockedCode held, Registration one, Campaign campaign, string email, BaseAddress address, EventBy? by, string? reason, Id<Case>? caseId, DateTimeOffset now)
        {
            var right = MailAddress.Of(email)!; // checked before
            var folded = Reachable.Fold(AddressKind.Mail, right);
            if (held.All.Any(r => r.Id != one.Id && r.Folded == folded && r.State is not RegistrationState.Released))
                return null;
            db.RegistrationEvents.Add(one.Correct(right, folded, MailAddress.Masked(right), by, reason, caseId, now));
            return (await db.SendCode(one, campaign, address, by, null, now), true);
        }

        private void Tell(Case theCase, Caller caller, RepairWish asked, Registration one, Campaign campaign, string reason, DateTimeOffset now)
        {
            var what = char.ToLowerInvariant(asked.Repair.ToString()[0]) + asked.Repair.ToString()[1..];
            var noted = new RegistrationRepaired(what, one.Id.Value, campaign.Slug, reason);
            db.Record(theCase, caller.By(noted), noted, now);
            if (asked.Repair is Campaigns.Repair.Release)
                return; // it may not even be theirs
            var told = new RegistrationHelped(what, campaign.Name.In(Tongue.Japanese), campaign.Name.In(Tongue.English), RegistrationView.ReceiptOf(one)?.Number);
            db.Record(theCase, caller.By(told), told, now);
        }
    }
}
