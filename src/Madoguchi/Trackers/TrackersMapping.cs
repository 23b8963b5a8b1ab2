using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Trackers;

public static class TrackersMapping
{
    extension(Db db)
    {
        public DbSet<Tracker> Trackers => db.Set<Tracker>();

        public DbSet<TrackerLink> TrackerLinks => db.Set<TrackerLink>();

        public DbSet<Delivery> Deliveries => db.Set<Delivery>();

        public DbSet<Heard> HeardMessages => db.Set<Heard>();
    }

    private sealed class TrackerMapping : IEntityTypeConfiguration<Tracker>
    {
        public void Configure(EntityTypeBuilder<Tracker> builder)
        {
            builder.ToTable("trackers").HasKey(t => t.Id);
            builder.Property(t => t.Id).ValueGeneratedNever();
            builder.Property(t => t.Kind).HasConversion<string>();
            builder.Ignore(t => t.MeaningOf);
        }
    }

    private sealed class LinkMapping : IEntityTypeConfiguration<TrackerLink>
    {
        public void Configure(EntityTypeBuilder<TrackerLink> builder)
        {
            builder.ToTable("tracker_links").HasKey(l => new { l.TrackerId, l.VoiceId });
            builder.HasIndex(l => l.VoiceId);
        }
    }

    private sealed class DeliveryMapping : IEntityTypeConfiguration<Delivery>
    {
        public void Configure(EntityTypeBuilder<Delivery> builder)
        {
            builder.ToTable("tracker_deliveries").HasKey(d => d.Id);
            builder.Property(d => d.Id).ValueGeneratedNever();
            builder.Property(d => d.State).HasConversion<string>();
            builder.Ignore(d => d.MessageId);
            builder.HasIndex(d => new { d.State, d.DueAt });
            builder.HasIndex(d => new { d.TrackerId, d.CreatedAt });
        }
    }

    private sealed class HeardMapping : IEntityTypeConfiguration<Heard>
    {
        public void Configure(EntityTypeBuilder<Heard> builder) => builder.ToTable("tracker_heard").HasKey(h => new { h.TrackerId, h.MessageId });
    }
}
