using Madoguchi.Incidents.Noticing;
using Madoguchi.Incidents.Resolving;
using Madoguchi.Incidents.Reviewing;
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

        public DbSet<IncidentRemedy> IncidentRemedies => db.Set<IncidentRemedy>();

        public DbSet<IncidentGrant> IncidentGrants => db.Set<IncidentGrant>();

        public DbSet<IncidentReview> IncidentReviews => db.Set<IncidentReview>();

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
            builder.Property(i => i.LikeWords).HasDefaultValue(false).ValueGeneratedNever();
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
            builder.Ignore(u => u.Text);
            builder.HasIndex(u => u.DueAt).HasFilter("\"BegunAt\" is null and \"CancelledAt\" is null").HasDatabaseName("IX_incident_updates_coming");
        }
    }

    private sealed class RecipientMapping : IEntityTypeConfiguration<IncidentRecipient>
    {
        public void Configure(EntityTypeBuilder<IncidentRecipient> builder)
        {
            builder.ToTable("incident_recipients").HasKey(r => new { r.UpdateId, r.CaseId });
            builder.Property(r => r.State).HasConversion<string>();
            builder.Property(r => r.Turn).HasDefaultValue(0).ValueGeneratedNever();
            builder.HasIndex(r => new { r.UpdateId, r.Turn }).HasFilter("\"State\" = 'Waiting'").HasDatabaseName("IX_incident_recipients_waiting");
        }
    }

    private sealed class RemedyMapping : IEntityTypeConfiguration<IncidentRemedy>
    {
        public void Configure(EntityTypeBuilder<IncidentRemedy> builder)
        {
            builder.ToTable("incident_remedies").HasKey(r => r.Id);
            builder.Property(r => r.Id).ValueGeneratedNever();
            builder.HasIndex(r => r.IncidentId);
        }
    }

    // A customer gets a remedy of an incident once, however many cases they have in it.
    private sealed class GrantMapping : IEntityTypeConfiguration<IncidentGrant>
    {
        public void Configure(EntityTypeBuilder<IncidentGrant> builder)
        {
            builder.ToTable("incident_grants").HasKey(g => new { g.IncidentId, g.Remedy, g.CustomerId });
            builder.HasIndex(g => new { g.RemedyId, g.Turn }).HasFilter("\"State\" = 'Waiting'").HasDatabaseName("IX_incident_grants_waiting");
        }
    }

    private sealed class ReviewRows : IEntityTypeConfiguration<IncidentReview>
    {
        public void Configure(EntityTypeBuilder<IncidentReview> builder)
        {
            builder.ToTable("incident_reviews").HasKey(r => new { r.IncidentId, r.Version });
            builder.Property(r => r.Version).ValueGeneratedNever();
            builder.Ignore(r => r.FollowUps);
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
