using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Voices;

public static class VoicesMapping
{
    extension(Db db)
    {
        public DbSet<Voice> Voices => db.Set<Voice>();

        public DbSet<VoiceCase> VoiceCases => db.Set<VoiceCase>();

        public DbSet<Decision> Decisions => db.Set<Decision>();
    }

    private sealed class VoiceMapping : IEntityTypeConfiguration<Voice>
    {
        public void Configure(EntityTypeBuilder<Voice> builder)
        {
            builder.ToTable("voices").HasKey(v => v.Id);
            builder.Property(v => v.Id).ValueGeneratedNever();
            builder.Property(v => v.Kind).HasConversion<string>();
            builder.Property(v => v.State).HasConversion<string>();
            builder.HasIndex(v => v.ErrorText);
        }
    }

    private sealed class CaseMapping : IEntityTypeConfiguration<VoiceCase>
    {
        public void Configure(EntityTypeBuilder<VoiceCase> builder)
        {
            builder.ToTable("voice_cases").HasKey(c => new { c.VoiceId, c.CaseId });
            builder.HasIndex(c => c.CaseId);
        }
    }

    private sealed class DecisionMapping : IEntityTypeConfiguration<Decision>
    {
        public void Configure(EntityTypeBuilder<Decision> builder)
        {
            builder.ToTable("decisions").HasKey(d => d.Id);
            builder.Property(d => d.Id).ValueGeneratedNever();
            builder.Property(d => d.State).HasConversion<string>();
            builder.HasIndex(d => new { d.VoiceId, d.At });
        }
    }
}
