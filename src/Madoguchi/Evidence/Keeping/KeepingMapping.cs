using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Cases.Attaching;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Evidence.Keeping;

public static class KeepingMapping
{
    extension(Db db)
    {
        /// <summary>Evidence by the customer, or by the desk that has the case: one entry each, in order, under one lock.</summary>
        public async Task<Result<IReadOnlyList<EvidenceItem>, CaseRefusal>> KeepEvidence(Id<Case> id, Caller caller, IReadOnlyList<Examined> given, DateTimeOffset now)
        {
            if (await db.Find(id, caller, now) is not { } theCase)
                return CaseRefusal.Unknown;
            if (caller.Agent is { } agent && !agent.WorksAt(theCase.DeskId))
                return CaseRefusal.WithAnotherDesk;
            var items = new List<EvidenceItem>();
            foreach (var one in given)
            {
                var what = Happening(Id<EvidenceItem>.New(), one, caller.Agent is null, null, null);
                if (caller.Agent is null)
                {
                    foreach (var before in theCase.Hear(what, now).SkipLast(1))
                        db.Record(theCase, caller.By(before), before, now);
                }

                items.Add(db.Keep(theCase, caller.By(what), caller.By(what), what, one, now, null, now));
            }

            await db.SaveChangesAsync(CancellationToken.None);
            return items;
        }

        /// <summary>An attachment of the timeline becomes evidence, with the time at which it came and by whom. Twice is once.</summary>
        public async Task<Result<EvidenceItem, CaseRefusal>> KeepAttachment(Id<Case> id, Id<Attachment> attachmentId, Caller caller, Examined one, DateTimeOffset now)
        {
            if (caller.Agent is not { } agent || await db.Find(id, caller, now) is not { } theCase || await db.Sent(id, attachmentId, CancellationToken.None) is not { } sent)
                return CaseRefusal.Unknown;
            if (!agent.WorksAt(theCase.DeskId))
                return CaseRefusal.WithAnotherDesk;
            if (await db.Evidence.SingleOrDefaultAsync(e => e.CaseId == id && e.AttachmentId == attachmentId, CancellationToken.None) is { } already)
                return already;
            var what = Happening(Id<EvidenceItem>.New(), one, sent.Role is Role.Customer, sent.Number, sent.At);
            var item = db.Keep(theCase, caller.By(what), sent.By, what, one, sent.At, attachmentId, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return item;
        }

        /// <summary>The entry with which an attachment came, unless it was taken back.</summary>
        public async Task<Entry?> Sent(Id<Case> id, Id<Attachment> attachmentId, CancellationToken ct) =>
            await db.Attachments.AsNoTracking().Where(a => a.CaseId == id && a.Id == attachmentId)
                .Join(db.Entries.AsNoTracking().Where(e => e.Withdrawn == null), a => new { a.CaseId, Number = a.Entry }, e => new { e.CaseId, e.Number }, (a, e) => e).SingleOrDefaultAsync(ct);

        private EvidenceItem Keep(Case theCase, By by, By from, EvidenceKept what, Examined one, DateTimeOffset receivedAt, Id<Attachment>? attachmentId, DateTimeOffset now)
        {
            var entry = db.Record(theCase, by, what, now);
            return db.Evidence.Add(new EvidenceItem
            {
                Id = new(what.Id), CaseId = theCase.Id, Entry = entry.Number, Name = what.Name, Type = what.Type, Size = what.Size, Sha256 = what.Sha256, CopySha256 = one.CopySha256,
                ReceivedAt = receivedAt, ByRole = from.Role, ById = from.Id, ByName = from.Name, Read = JsonSerializer.Serialize(one.Read, Json.Options), AttachmentId = attachmentId,
            }).Entity;
        }
    }

    private static EvidenceKept Happening(Id<EvidenceItem> id, Examined one, bool byCustomer, int? attachment, DateTimeOffset? receivedAt)
    {
        var (file, shown) = (one.File, one.CopySha256 is not null);
        var (width, height) = (shown ? one.Read.Width : null, shown ? one.Read.Height : null);
        return byCustomer
            ? new EvidenceAdded(id.Value, one.Read.Kind, file.Name, file.Type, file.Size, file.Sha256, width, height, attachment, receivedAt)
            : new EvidenceFiled(id.Value, one.Read.Kind, file.Name, file.Type, file.Size, file.Sha256, width, height, attachment, receivedAt);
    }
}
