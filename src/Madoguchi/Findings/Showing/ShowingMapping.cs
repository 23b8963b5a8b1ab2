using Madoguchi.Cases;
using Madoguchi.Cases.Denying;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Cases.Wording;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Findings.Showing;

/// <summary>Why a finding was not shown.</summary>
public enum ShowRefusal { Unknown, WithAnotherDesk, Shown, SendsAway, NeedsFinding, UnknownProof, NeedsApproval }

public static class ShowingMapping
{
    extension(Db db)
    {
        /// <summary>The desk's word: the customer is answered by it. Own words are read like every reply's; they cite the finding that they tell of.</summary>
        public async Task<Result<Recorded, ShowRefusal>> ShowFinding(Id<Case> id, Id<Finding> which, string? text, Caller caller, Hold hold, DateTimeOffset now)
        {
            if (caller.Agent is not { } agent || await db.Find(id, caller, now) is not { } theCase || await db.Findings.AsTracking().SingleOrDefaultAsync(f => f.Id == which && f.CaseId == id, CancellationToken.None) is not { } finding)
                return ShowRefusal.Unknown;
            if (!agent.WorksAt(theCase.DeskId))
                return ShowRefusal.WithAnotherDesk;
            if (finding.ShownAt is not null)
                return ShowRefusal.Shown;
            if (text is not null && (await db.Release(theCase, text, caller, agent, hold, now)).Refused(out var held, out _))
                return Held(held);

            var basis = Basis.Read(finding.Basis);
            var shown = new FindingShown(which.Value, finding.Verdict, text is null ? ForPeople.Of(finding.Verdict, basis, Tongue.Of(theCase.Language)) : PlainText.Clean(text), basis.Right);
            if (theCase.Answer(shown, agent, now).Refused(out _, out var answered))
                return ShowRefusal.WithAnotherDesk;
            finding.ShownAt = now;
            var entry = db.Record(theCase, caller.By(answered), answered, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return new Recorded(entry.Number);
        }
    }

    private static ShowRefusal Held(HoldRefusal why) => why switch
    {
        HoldRefusal.WithAnotherDesk => ShowRefusal.WithAnotherDesk,
        HoldRefusal.SendsAway => ShowRefusal.SendsAway,
        HoldRefusal.NeedsFinding => ShowRefusal.NeedsFinding,
        HoldRefusal.UnknownProof => ShowRefusal.UnknownProof,
        HoldRefusal.NeedsApproval => ShowRefusal.NeedsApproval,
    };
}
