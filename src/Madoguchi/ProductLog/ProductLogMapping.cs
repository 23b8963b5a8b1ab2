using Madoguchi.ProductLog.Setting;
using Madoguchi.ProductLog.Tying;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.ProductLog;

public static class ProductLogMapping
{
    extension(Db db)
    {
        public DbSet<ProductEvent> ProductEvents => db.Set<ProductEvent>();

        public DbSet<EventKey> EventKeys => db.Set<EventKey>();

        public DbSet<CustomerKey> CustomerKeys => db.Set<CustomerKey>();
    }

    private sealed class EventMapping : IEntityTypeConfiguration<ProductEvent>
    {
        public void Configure(EntityTypeBuilder<ProductEvent> builder)
        {
            builder.ToTable("product_events").HasKey(e => e.Id);
            builder.Property(e => e.Id).ValueGeneratedNever();
            builder.HasIndex(e => new { e.Source, e.EventId }).IsUnique();
            builder.HasIndex(e => e.ReceivedAt);
            builder.HasIndex(e => new { e.Type, e.Time });
            builder.Ignore(e => e.Ahead);
        }
    }

    private sealed class KeyMapping : IEntityTypeConfiguration<EventKey>
    {
        public void Configure(EntityTypeBuilder<EventKey> builder)
        {
            builder.ToTable("event_keys").HasKey(k => new { k.Value, k.Time, k.EventId });
            builder.HasIndex(k => k.EventId);
        }
    }

    private sealed class FreshMapping : IEntityTypeConfiguration<FreshEvent>
    {
        public void Configure(EntityTypeBuilder<FreshEvent> builder)
        {
            builder.ToTable("fresh_events").HasKey(f => f.EventId);
            builder.Property(f => f.EventId).ValueGeneratedNever();
            builder.HasIndex(f => f.DueAt);
        }
    }

    private sealed class CustomerKeyMapping : IEntityTypeConfiguration<CustomerKey>
    {
        public void Configure(EntityTypeBuilder<CustomerKey> builder)
        {
            builder.ToTable("customer_keys").HasKey(k => new { k.CustomerId, k.Name });
            builder.HasIndex(k => k.Folded);
        }
    }

    private sealed class SettingsMapping : IEntityTypeConfiguration<ProductLogSettings>
    {
        public void Configure(EntityTypeBuilder<ProductLogSettings> builder)
        {
            builder.ToTable("product_log_settings").HasKey(s => s.Id);
            builder.Property(s => s.Id).ValueGeneratedNever();
        }
    }

    private sealed class ReindexingMapping : IEntityTypeConfiguration<Reindexing>
    {
        public void Configure(EntityTypeBuilder<Reindexing> builder)
        {
            builder.ToTable("product_log_reindexing").HasKey(r => r.Id);
            builder.Property(r => r.Id).ValueGeneratedNever();
        }
    }
}
