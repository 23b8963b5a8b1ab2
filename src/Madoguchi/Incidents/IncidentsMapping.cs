using Madoguchi.Incidents.Noticing;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Incidents;

public static class IncidentsMapping
{
    extension(Db db)
    {
        public DbSet<Incident> Incidents => db.Set<Incident>();

        public DbSet<IncidentCase> IncidentCases => db.Set<IncidentCase>();

        public DbSet<IncidentUpdate> IncidentUpdates => db.Set<IncidentUpdate>();

        public DbSet<IncidentRecipient> IncidentRecipients => db.Set<IncidentRecipient>();

        public DbSet<ContactMark> ContactMarks => db.Set<ContactMark>();
    }

    private sealed class IncidentMapping : IEntityTypeConfiguration<Incident>
    {
        public void Configure(EntityTypeBuilder<Incident> builder)
        {
            builder.ToTable("incidents").HasKey(i => i.Id);
            builder.Property(i => i.Id).ValueGeneratedNever();
            builder.Property(i => i.Severity).HasConversion<string>();
            builder.Property(i => i.State).HasConversion<string>();
            builder.HasIndex(i => i.ResolvedAt);
        }
    }

    private sealed class CaseMapping : IEntityTypeConfiguration<IncidentCase>
    {
        public void Configure(EntityTypeBuilder<IncidentCase> builder)
        {
            builder.ToTable("incident_cases").HasKey(c => new { c.IncidentId, c.CaseId });
            builder.Property(c => c.How).HasConversion<string>();
            builder.HasIndex(c => c.CaseId);
        }
    }

    private sealed class UpdateMapping : IEntityTypeConfiguration<IncidentUpdate>
    {
        public void Configure(EntityTypeBuilder<IncidentUpdate> builder)
        {
            builder.ToTable("incident_updates").HasKey(u => u.Id);
            builder.Property(u => u.Id).ValueGeneratedNever();
            builder.Property(u => u.State).HasConversion<string>();
            builder.HasIndex(u => new { u.IncidentId, u.At });
        }
    }

    private sealed class RecipientMapping : IEntityTypeConfiguration<IncidentRecipient>
    {
        public void Configure(EntityTypeBuilder<IncidentRecipient> builder)
        {
            builder.ToTable("incident_recipients").HasKey(r => new { r.UpdateId, r.CaseId });
            builder.Property(r => r.State).HasConversion<string>();
        }
    }

    private sealed class MarkMapping : IEntityTypeConfiguration<ContactMark>
    {
        public void Configure(EntityTypeBuilder<ContactMark> builder)
        {
            builder.ToTable("contact_marks").HasKey(m => m.CaseId);
            builder.Property(m => m.CaseId).ValueGeneratedNever();
            builder.HasIndex(m => m.At);
            builder.HasIndex(m => new { m.ErrorText, m.At });
        }
    }
}
