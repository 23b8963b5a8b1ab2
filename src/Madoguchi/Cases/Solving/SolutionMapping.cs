using Madoguchi.Cases.Approving;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Cases.Wording;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Cases.Solving;

/// <param name="Entry">The last number on the timeline.</param>
/// <param name="ApprovalId">Nothing was proposed: it waits for a second person.</param>
public sealed record Moved(Status Status, int Entry, Id<Approving.Approval>? ApprovalId = null);

/// <summary>Why a solution was neither proposed nor answered.</summary>
public enum SolutionRefusal { Unknown, WithAnotherDesk, SendsAway, NeedsFinding, UnknownProof, NeedsApproval, Closed, NothingProposed }

public static class SolutionMapping
{
    extension(Db db)
    {
        public async Task<Result<Moved, SolutionRefusal>> Propose(Id<Case> id, Caller caller, string outcome, Hold hold, DateTimeOffset now)
        {
            if (caller.Agent is not { } agent || await db.Find(id, caller, now) is not { } theCase)
                return SolutionRefusal.Unknown;
            if (!theCase.IsClosed)
            {
                if ((await db.Passes(theCase, PlainText.Clean(outcome), caller, agent, hold, now)).Refused(out var held, out var noted))
                    return Held(held);
                if (await db.IsUnderApproval(theCase, agent))
                {
                    var awaited = await db.Await(theCase, caller, agent, new SolutionProposed(PlainText.Clean(outcome)), hold, now);
                    return new Moved(theCase.Status, awaited.Entry, awaited.ApprovalId);
                }

                db.Record(theCase, caller, noted, now);
            }

            if (theCase.Propose(PlainText.Clean(outcome), agent, now).Refused(out var why, out var proposed))
                return why is ProposeRefusal.Closed ? SolutionRefusal.Closed : SolutionRefusal.WithAnotherDesk;

            db.Record(theCase, caller.By(proposed), proposed, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return new Moved(theCase.Status, theCase.LastEntry);
        }

        public async Task<Result<Moved, SolutionRefusal>> AnswerSolution(Id<Case> id, Caller caller, bool solved, DateTimeOffset now)
        {
            if (caller.Customer is null || await db.Find(id, caller, now) is not { } theCase)
                return SolutionRefusal.Unknown;
            if (theCase.AnswerProposal(solved, now).Refused(out _, out var happened))
                return SolutionRefusal.NothingProposed;

            foreach (var one in happened)
                db.Record(theCase, caller.By(one), one, now);
            await db.WithdrawAtClosing(theCase, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return new Moved(theCase.Status, theCase.LastShownEntry);
        }
    }
    private static SolutionRefusal Held(HoldRefusal why) => why switch
    {
        HoldRefusal.WithAnotherDesk => SolutionRefusal.WithAnotherDesk,
        HoldRefusal.SendsAway => SolutionRefusal.SendsAway,
        HoldRefusal.NeedsFinding => SolutionRefusal.NeedsFinding,
        HoldRefusal.UnknownProof => SolutionRefusal.UnknownProof,
        HoldRefusal.NeedsApproval => SolutionRefusal.NeedsApproval,
    };
}
