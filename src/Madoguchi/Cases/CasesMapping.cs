using Madoguchi.Cases.Timeline;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Cases;

public static class CasesMapping
{
    extension(Db db)
    {
        public DbSet<Case> Cases => db.Set<Case>();

        public DbSet<Entry> Entries => db.Set<Entry>();

        public DbSet<CaseDesk> CaseDesks => db.Set<CaseDesk>();

        public DbSet<Fact> Facts => db.Set<Fact>();

        public DbSet<Handover> Handovers => db.Set<Handover>();

        public DbSet<Break> Breaks => db.Set<Break>();

        public DbSet<CardLook> CardLooks => db.Set<CardLook>();

        public DbSet<ReadMark> ReadMarks => db.Set<ReadMark>();

        public DbSet<Draft> Drafts => db.Set<Draft>();
    }

    private sealed class CaseMapping : IEntityTypeConfiguration<Case>
    {
        public void Configure(EntityTypeBuilder<Case> builder)
        {
            builder.ToTable("cases").HasKey(c => c.Id);
            builder.Property(c => c.Id).ValueGeneratedNever();
            builder.HasIndex(c => c.CustomerId);
            // The lists of the workspace: a desk's (or an agent's) cases by status, newest activity first.
            builder.HasIndex(c => new { c.DeskId, c.Status, c.ActiveAt });
            builder.HasIndex(c => new { c.DeskId, c.ActiveAt, c.Id });
            builder.HasIndex(c => new { c.ActiveAt, c.Id });
            builder.HasIndex(c => new { c.AgentId, c.ActiveAt });
            builder.HasIndex(c => new { c.Status, c.WaitingForCustomerSince });
            builder.HasIndex(c => c.ClaimedNumber);
            builder.HasIndex(c => c.SnoozedUntil);
            builder.Property(c => c.Priority).HasDefaultValue(Priority.Normal).ValueGeneratedNever();
            builder.HasMany(c => c.Tags).WithOne().HasForeignKey(t => t.CaseId);
            builder.HasIndex(c => c.DeskId).HasFilter("\"BreakId\" is not null").HasDatabaseName("IX_cases_broken_off");
        }
    }

    private sealed class CaseDeskMapping : IEntityTypeConfiguration<CaseDesk>
    {
        public void Configure(EntityTypeBuilder<CaseDesk> builder)
        {
            builder.ToTable("case_desks").HasKey(c => new { c.CaseId, c.DeskId });
            builder.HasIndex(c => new { c.DeskId, c.Why });
        }
    }

    private sealed class CaseTokenMapping : IEntityTypeConfiguration<CaseToken>
    {
        public void Configure(EntityTypeBuilder<CaseToken> builder)
        {
            builder.ToTable("case_tokens").HasKey(t => t.Hash);
            builder.HasIndex(t => t.CaseId);
        }
    }

    private sealed class ReadMarkMapping : IEntityTypeConfiguration<ReadMark>
    {
        public void Configure(EntityTypeBuilder<ReadMark> builder)
        {
            builder.ToTable("read_marks").HasKey(r => new { r.CaseId, r.Reader });
            // Who was last at their page when.
            builder.HasIndex(r => new { r.Reader, r.At });
        }
    }

    private sealed class DraftMapping : IEntityTypeConfiguration<Draft>
    {
        public void Configure(EntityTypeBuilder<Draft> builder) => builder.ToTable("drafts").HasKey(d => new { d.CaseId, d.Writer, d.Purpose });
    }

    private sealed class FactMapping : IEntityTypeConfiguration<Fact>
    {
        public void Configure(EntityTypeBuilder<Fact> builder)
        {
            builder.ToTable("facts").HasKey(f => f.Id);
            builder.Property(f => f.Id).ValueGeneratedNever();
            builder.HasIndex(f => new { f.CustomerId, f.Key });
            builder.HasIndex(f => f.CaseId);
        }
    }

    private sealed class DeviceMapping : IEntityTypeConfiguration<Device>
    {
        public void Configure(EntityTypeBuilder<Device> builder)
        {
            builder.ToTable("devices").HasKey(d => d.Id);
            builder.Property(d => d.Id).ValueGeneratedNever();
            builder.HasIndex(d => d.CustomerId);
        }
    }

    private sealed class IntakeQuestionMapping : IEntityTypeConfiguration<IntakeQuestion>
    {
        public void Configure(EntityTypeBuilder<IntakeQuestion> builder) => builder.ToTable("intake_questions").HasKey(q => new { q.DeskId, q.Key });
    }

    private sealed class HandoverMapping : IEntityTypeConfiguration<Handover>
    {
        public void Configure(EntityTypeBuilder<Handover> builder)
        {
            builder.ToTable("handovers").HasKey(h => h.Id);
            builder.Property(h => h.Id).ValueGeneratedNever();
            // One case, one offer at a time: the case row's lock decides, the index makes sure.
            builder.HasIndex(h => h.CaseId).IsUnique().HasFilter("\"State\" = 'Offered'").HasDatabaseName("IX_handovers_pending");
            builder.HasIndex(h => new { h.CaseId, h.OfferedAt });
            builder.HasIndex(h => new { h.ToDeskId, h.State });
        }
    }

    private sealed class BreakMapping : IEntityTypeConfiguration<Break>
    {
        public void Configure(EntityTypeBuilder<Break> builder)
        {
            builder.ToTable("broken_offs").HasKey(b => b.Id);
            builder.Property(b => b.Id).ValueGeneratedNever();
            builder.HasIndex(b => new { b.CaseId, b.FoundAt });
            builder.HasIndex(b => b.EndedAt);
        }
    }

    private sealed class CardLookMapping : IEntityTypeConfiguration<CardLook>
    {
        public void Configure(EntityTypeBuilder<CardLook> builder) => builder.ToTable("card_looks").HasKey(l => new { l.AgentId, l.CustomerId });
    }
}
