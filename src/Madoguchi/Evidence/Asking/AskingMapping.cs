using Madoguchi.Cases;
using Madoguchi.Cases.Facts;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Cases.Wording;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Evidence.Asking;

public static class AskingMapping
{
    extension(Db db)
    {
        public async Task<Result<EvidenceRequested, EvidenceAskRefusal>> AskForEvidence(Id<Case> id, Caller caller, EvidenceRequest request, Hold hold, DateTimeOffset now)
        {
            if (caller.Agent is not { } agent || await db.Find(id, caller, now) is not { } theCase)
                return EvidenceAskRefusal.Unknown;
            var words = string.IsNullOrWhiteSpace(request.Words) ? null : PlainText.Clean(request.Words);
            if (words is not null && (await db.Release(theCase, words, caller, agent, hold, now)).Refused(out var held, out _))
                return Held(held);
            var device = request.Device ?? await db.DeviceAskedAt(theCase, CancellationToken.None);
            var asked = new EvidenceAsked([.. request.Wanted.Distinct().Select(Name)], words, device?.Name());
            if (theCase.Answer(asked, agent, now).Refused(out _, out _))
                return EvidenceAskRefusal.WithAnotherDesk;
            var entry = db.Record(theCase, caller.By(asked), asked, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return new EvidenceRequested(entry.Number, asked.Wanted, asked.Device);
        }

        /// <summary>What is known of the customer's device.</summary>
        public async Task<AskedDevice?> DeviceAskedAt(Case theCase, CancellationToken ct)
        {
            var customer = theCase.CustomerId;
            return AskedDevices.Of(Known.At(theCase, await db.Facts.AsNoTracking().Where(f => f.CustomerId == customer && f.ReplacedAt == null).ToListAsync(ct)));
        }
    }

    // Nothing is cited here, so nothing that is cited can be missing.
    private static EvidenceAskRefusal Held(HoldRefusal held) => held switch
    {
        HoldRefusal.WithAnotherDesk => EvidenceAskRefusal.WithAnotherDesk,
        HoldRefusal.SendsAway => EvidenceAskRefusal.SendsAway,
        HoldRefusal.NeedsApproval => EvidenceAskRefusal.NeedsApproval,
        HoldRefusal.NeedsFinding or HoldRefusal.UnknownProof => EvidenceAskRefusal.NeedsFinding,
    };

    public static string Name(Wanted wanted) => char.ToLowerInvariant(wanted.ToString()[0]) + wanted.ToString()[1..];
}
