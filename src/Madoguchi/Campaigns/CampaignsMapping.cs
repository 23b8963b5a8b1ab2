using Madoguchi.Customers;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Campaigns;

public static class CampaignsMapping
{
    extension(Db db)
    {
        public DbSet<Campaign> Campaigns => db.Set<Campaign>();

        public DbSet<CampaignCode> CampaignCodes => db.Set<CampaignCode>();

        public DbSet<Registration> Registrations => db.Set<Registration>();

        public DbSet<RegistrationEvent> RegistrationEvents => db.Set<RegistrationEvent>();
    }

    private sealed class OfCampaign : IEntityTypeConfiguration<Campaign>
    {
        public void Configure(EntityTypeBuilder<Campaign> builder)
        {
            builder.ToTable("campaigns").HasKey(c => c.Id);
            builder.Property(c => c.Id).ValueGeneratedNever();
            builder.Ignore(c => c.Name).Ignore(c => c.Reward).Ignore(c => c.Text).Ignore(c => c.FinishBy);
            builder.HasIndex(c => c.Slug).IsUnique();
        }
    }

    private sealed class OfCode : IEntityTypeConfiguration<CampaignCode>
    {
        public void Configure(EntityTypeBuilder<CampaignCode> builder)
        {
            builder.ToTable("campaign_codes").HasKey(c => c.Id);
            builder.Property(c => c.Id).ValueGeneratedNever();
            builder.HasIndex(c => new { c.CampaignId, c.Folded }).IsUnique();
            builder.HasIndex(c => c.Folded);
            builder.HasOne<Campaign>().WithMany().HasForeignKey(c => c.CampaignId).OnDelete(DeleteBehavior.Restrict);
        }
    }

    private sealed class OfRegistration : IEntityTypeConfiguration<Registration>
    {
        /// <summary>What "complete" means, said to the database: it takes no half of it from anybody.</summary>
        private const string Whole =
            "\"State\" <> 'Complete' or (\"CustomerId\" is not null and \"CompletedAt\" is not null and \"Receipt\" is not null and (\"RewardJa\" is not null or \"RewardEn\" is not null))";

        public void Configure(EntityTypeBuilder<Registration> builder)
        {
            builder.ToTable("registrations", t => t.HasCheckConstraint("CK_registrations_whole", Whole)).HasKey(r => r.Id);
            builder.Property(r => r.Id).ValueGeneratedNever();
            builder.Ignore(r => r.Reward);
            builder.HasIndex(r => r.CodeId, "IX_registrations_winner").IsUnique().HasFilter("\"State\" = 'Complete'");
            builder.HasIndex(r => new { r.CodeId, r.Folded }, "IX_registrations_one").IsUnique().HasFilter("\"State\" <> 'Released'");
            builder.HasIndex(r => r.Receipt).IsUnique();
            builder.HasIndex(r => r.Folded);
            builder.HasIndex(r => r.CustomerId);
            builder.HasIndex(r => new { r.CampaignId, r.State });
            builder.HasOne<CampaignCode>().WithMany().HasForeignKey(r => r.CodeId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Campaign>().WithMany().HasForeignKey(r => r.CampaignId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Customer>().WithMany().HasForeignKey(r => r.CustomerId).OnDelete(DeleteBehavior.Restrict);
        }
    }

    private sealed class OfEvent : IEntityTypeConfiguration<RegistrationEvent>
    {
        public void Configure(EntityTypeBuilder<RegistrationEvent> builder)
        {
            builder.ToTable("registration_events").HasKey(e => new { e.RegistrationId, e.Number });
            builder.HasOne<Registration>().WithMany().HasForeignKey(e => e.RegistrationId).OnDelete(DeleteBehavior.Restrict);
        }
    }

    private sealed class OfRegistrant : IEntityTypeConfiguration<Registrant>
    {
        public void Configure(EntityTypeBuilder<Registrant> builder) => builder.ToTable("registrants").HasKey(r => r.Folded);
    }
}
