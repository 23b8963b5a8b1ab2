using Madoguchi.Cases.Drafting;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Cases.Wording;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases.Approving;

/// <param name="Entry">Of the reply that was sent, or of its return.</param>
public sealed record Decided(Id<Approval> ApprovalId, Id<Case> CaseId, ApprovalState State, int Entry);

public static class DecidingMapping
{
    extension(Db db)
    {
        /// <summary>Yes: it is sent at this moment as its author's, after the same checks as then; no: its author has it back as a draft. Under the case's lock, once.</summary>
        /// <param name="refused">What the checks noticed comes back in it.</param>
        public async Task<Result<Decided, DecideRefusal>> Decide(Id<Approval> id, Caller caller, bool approve, string? words, Refused refused, DateTimeOffset now)
        {
            if (caller.Agent is not { } by || await db.Approvals.AsNoTracking().Where(a => a.Id == id).Select(a => (Id<Case>?)a.CaseId).SingleOrDefaultAsync(CancellationToken.None) is not { } caseId
                || await db.Find(caseId, caller, now) is not { } theCase)
                return DecideRefusal.Unknown;
            refused.Case = caseId;
            var approval = await db.Lock(id).AsTracking().SingleAsync(CancellationToken.None);
            var (said, desk) = (words is null ? null : PlainText.Clean(words), await db.DeskNeedsApproval(theCase.DeskId, CancellationToken.None));
            if (approval.Prevents(theCase, approve, said, by, desk) is { } not)
                return not;
            // Before anything is decided: what is refused now stays waiting.
            if (approve && (await db.Check(theCase, approval, refused, now)) is { } held)
                return held;
            if (approval.Decide(theCase, approve, said, by, desk, now).Refused(out var why, out var happened))
                return why;
            var entry = db.Record(theCase, caller.By(happened), happened, now).Number;
            if (approve)
                entry = await db.Send(theCase, approval, now);
            else
                await db.GiveBack(approval, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return new Decided(id, caseId, approval.State, entry);
        }

        // The same as when it was written: what was found out since counts.
        private async Task<DecideRefusal?> Check(Case theCase, Approval approval, Refused refused, DateTimeOffset now)
        {
            if (await db.Author(approval) is not { } author || !author.WorksAt(theCase.DeskId))
                return DecideRefusal.AuthorAway;
            refused.Hold = approval.Hold;
            return (await db.Release(theCase, approval.Read, new Caller(author), author, refused.Hold, now)).Refused(out var why, out _) ? Held(why) : null;
        }

        private async Task<int> Send(Case theCase, Approval approval, DateTimeOffset now)
        {
            var author = (await db.Author(approval))!; // Check has found them
            var decided = approval.Word is SolutionProposed solution ? Happened(theCase.Propose(solution.Outcome, author, now)) : Happened(theCase.Answer(approval.Word, author, now));
            return db.Record(theCase, new Caller(author).By(decided), decided, now).Number;
        }

        private async Task<CurrentAgent?> Author(Approval approval) =>
            approval.AuthorId == CurrentAgent.Bootstrap.Id ? CurrentAgent.Bootstrap : await db.CurrentAgent(approval.AuthorId, CancellationToken.None);

        // What the author has begun to write meanwhile stays, below it.
        private async Task GiveBack(Approval approval, DateTimeOffset now)
        {
            var author = new Caller(await db.Author(approval) ?? CurrentAgent.Bootstrap);
            var begun = (await db.DraftOf(approval.CaseId, author, Purpose.Reply, CancellationToken.None))?.Text;
            await db.KeepDraft(approval.CaseId, author, Purpose.Reply, string.IsNullOrWhiteSpace(begun) || begun == approval.Text ? approval.Text : $"{approval.Text}\n\n{begun}", now);
        }
    }

    // Checked before, under the same lock.
    private static Happening Happened<TRefusal>(Result<Happening, TRefusal> result)
        where TRefusal : struct, Enum => result.Refused(out var why, out var happened) ? throw new InvalidOperationException($"It was checked before: {why}.") : happened;

    private static DecideRefusal Held(HoldRefusal why) => why switch
    {
        HoldRefusal.WithAnotherDesk or HoldRefusal.NeedsApproval => DecideRefusal.AuthorAway,
        HoldRefusal.SendsAway => DecideRefusal.SendsAway,
        HoldRefusal.NeedsFinding => DecideRefusal.NeedsFinding,
        HoldRefusal.UnknownProof => DecideRefusal.UnknownProof,
    };
}

/// <summary>What stood against it, for whoever asks why.</summary>
public sealed class Refused
{
    public Id<Case> Case { get; internal set; }

    public Hold? Hold { get; internal set; }
}
