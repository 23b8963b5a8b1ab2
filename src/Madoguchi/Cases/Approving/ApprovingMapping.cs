using Madoguchi.Cases.Drafting;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Cases.Wording;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Cases.Approving;

public static class ApprovingMapping
{
    extension(Db db)
    {
        public DbSet<Approval> Approvals => db.Set<Approval>();

        /// <summary>Whether this agent's words on this case wait for a second person.</summary>
        public async Task<bool> IsUnderApproval(Case theCase, CurrentAgent agent) => Approval.IsUnder(agent, await db.DeskNeedsApproval(theCase.DeskId, CancellationToken.None));

        /// <summary>In place of sending; the case is locked, and the words have passed every check. It takes the place of what the same author has waiting here.</summary>
        internal async Task<Recorded> Await(Case theCase, Caller caller, CurrentAgent author, Happening word, Hold hold, DateTimeOffset now)
        {
            var (id, me) = (theCase.Id, author.Id);
            if (await db.Approvals.AsTracking().SingleOrDefaultAsync(a => a.CaseId == id && a.AuthorId == me && a.State == ApprovalState.Awaiting, CancellationToken.None) is { } before)
            {
                before.Replace(now);
                await db.SaveChangesAsync(CancellationToken.None); // before the new one: the index allows one
            }

            var approval = Approval.Of(Id<Approval>.New(), theCase, word, hold, author, now);
            db.Approvals.Add(approval);
            var asked = new ApprovalAsked(approval.Id.Value, approval.Text, approval.IsSolution ? true : null);
            var entry = db.Record(theCase, caller.By(asked), asked, now);
            await db.SaveChangesAsync(CancellationToken.None);
            await db.ForgetSent(id, caller, Purpose.Reply, approval.Text);
            return new Recorded(entry.Number, approval.Id);
        }

        internal Task<bool> DeskNeedsApproval(Id<Desk> id, CancellationToken ct) => db.Desks.Where(d => d.Id == id).Select(d => d.NeedsApproval).SingleAsync(ct);
    }

    private sealed class Mapping : IEntityTypeConfiguration<Approval>
    {
        public void Configure(EntityTypeBuilder<Approval> builder)
        {
            builder.ToTable("approvals").HasKey(a => a.Id);
            builder.Property(a => a.Id).ValueGeneratedNever();
            builder.Ignore(a => a.Word);
            builder.Ignore(a => a.Hold);
            builder.Ignore(a => a.Text);
            builder.Ignore(a => a.IsSolution);
            builder.HasIndex(a => new { a.CaseId, a.AuthorId }).IsUnique().HasFilter("\"State\" = 'Awaiting'").HasDatabaseName("IX_approvals_awaiting");
            builder.HasIndex(a => a.AskedAt).HasFilter("\"State\" = 'Awaiting'").HasDatabaseName("IX_approvals_oldest");
        }
    }
}
