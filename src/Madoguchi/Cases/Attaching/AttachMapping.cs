using Madoguchi.Cases.Approving;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Cases.Attaching;

public static class AttachMapping
{
    extension(Db db)
    {
        public DbSet<Attachment> Attachments => db.Set<Attachment>();

        /// <summary>Files as words of the customer or of the desk: one entry each, in order, under one lock.</summary>
        public async Task<Result<Attached, CaseRefusal>> Attach(Id<Case> id, Caller caller, IReadOnlyList<KeptFile> files, DateTimeOffset? writtenAt, DateTimeOffset now)
        {
            if (await db.Find(id, caller, now) is not { } theCase)
                return CaseRefusal.Unknown;
            if (caller.Agent is { } sender && sender.WorksAt(theCase.DeskId) && await db.IsUnderApproval(theCase, sender))
                return CaseRefusal.NeedsApproval;

            var attached = new List<AttachedFile>();
            foreach (var file in files)
            {
                var word = Named(file, writtenAt);
                if (caller.Agent is not { } agent)
                {
                    foreach (var before in theCase.Hear(word, now).SkipLast(1))
                        db.Record(theCase, caller.By(before), before, now);
                }
                else if (theCase.Answer(word, agent, now).Refused(out _, out _))
                    return CaseRefusal.WithAnotherDesk;
                attached.Add(db.Attach(theCase, caller.By(word), word, now));
            }

            await db.SaveChangesAsync(CancellationToken.None);
            return new Attached(attached[0].Entry, attached[0].Sha256, attached[0].Url, attached);
        }

        /// <summary>A kept file on a case that is at hand, inside a work of somebody else's: the first contact, or a message with pictures.</summary>
        public AttachedFile Attach(Case theCase, By by, KeptFile file, DateTimeOffset now) => db.Attach(theCase, by, Named(file, null), now);

        private AttachedFile Attach(Case theCase, By by, FileAttached word, DateTimeOffset now)
        {
            var entry = db.Record(theCase, by, word, now);
            var attachment = new Attachment
            {
                CaseId = theCase.Id, Id = new(word.Id), Entry = entry.Number, Name = word.Name, Type = word.Type, Sha256 = word.Sha256, Shown = word.Width is not null,
            };
            db.Attachments.Add(attachment);
            return new AttachedFile(entry.Number, attachment.Id, word.Sha256, $"/api/v1/cases/{theCase.Id}/attachments/{attachment.Id}", word.Name, word.Type, word.Size, word.Width, word.Height);
        }
    }

    private static FileAttached Named(KeptFile file, DateTimeOffset? writtenAt) =>
        new(Id<Attachment>.New().Value, file.Name, file.Type, file.Size, file.Sha256, file.Width, file.Height, writtenAt);

    private sealed class Mapping : IEntityTypeConfiguration<Attachment>
    {
        public void Configure(EntityTypeBuilder<Attachment> builder)
        {
            builder.ToTable("attachments").HasKey(a => new { a.CaseId, a.Id });
            builder.Property(a => a.Id).ValueGeneratedNever();
        }
    }
}
