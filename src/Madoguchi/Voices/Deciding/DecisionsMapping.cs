using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Voices.Deciding;

public static class DecisionsMapping
{
    extension(Db db)
    {
        public DbSet<DecisionRecipient> DecisionRecipients => db.Set<DecisionRecipient>();

        public DbSet<DecisionDraft> DecisionDrafts => db.Set<DecisionDraft>();

        public DbSet<DecisionText> DecisionTexts => db.Set<DecisionText>();

        public DbSet<NewsStop> NewsStops => db.Set<NewsStop>();

        public DbSet<VoiceKeeping> VoiceKeepings => db.Set<VoiceKeeping>();
    }

    private sealed class RecipientMapping : IEntityTypeConfiguration<DecisionRecipient>
    {
        public void Configure(EntityTypeBuilder<DecisionRecipient> builder)
        {
            builder.ToTable("decision_recipients").HasKey(r => r.Id);
            builder.Property(r => r.Id).ValueGeneratedNever();
            builder.Property(r => r.State).HasConversion<string>();
            builder.HasIndex(r => new { r.DecisionId, r.CustomerId }).IsUnique();
        }
    }

    private sealed class DraftMapping : IEntityTypeConfiguration<DecisionDraft>
    {
        public void Configure(EntityTypeBuilder<DecisionDraft> builder)
        {
            builder.ToTable("decision_drafts").HasKey(d => d.Id);
            builder.Property(d => d.Id).ValueGeneratedNever();
            builder.Property(d => d.State).HasConversion<string>();
            builder.HasIndex(d => d.VoiceId);
        }
    }

    private sealed class TextMapping : IEntityTypeConfiguration<DecisionText>
    {
        public void Configure(EntityTypeBuilder<DecisionText> builder)
        {
            builder.ToTable("decision_texts").HasKey(t => t.Slug);
            builder.Property(t => t.State).HasConversion<string>();
        }
    }

    private sealed class StopMapping : IEntityTypeConfiguration<NewsStop>
    {
        public void Configure(EntityTypeBuilder<NewsStop> builder)
        {
            builder.ToTable("news_stops").HasKey(s => s.Id);
            builder.Property(s => s.Id).ValueGeneratedNever();
        }
    }

    private sealed class KeepingMapping : IEntityTypeConfiguration<VoiceKeeping>
    {
        public void Configure(EntityTypeBuilder<VoiceKeeping> builder)
        {
            builder.ToTable("voice_keepings").HasKey(k => k.Id);
            builder.Property(k => k.Id).ValueGeneratedNever();
        }
    }
}
