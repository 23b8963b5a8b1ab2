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

        public DbSet<VoiceNews> VoiceNews => db.Set<VoiceNews>();

        public DbSet<VoiceAct> VoiceActs => db.Set<VoiceAct>();

        public DbSet<VoiceIncident> VoiceIncidents => db.Set<VoiceIncident>();

        public DbSet<VoiceOffer> VoiceOffers => db.Set<VoiceOffer>();

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
            builder.Ignore(v => v.IsMerged);
            builder.HasIndex(v => v.ErrorText);
            builder.HasIndex(v => v.MergedIntoId);
        }
    }

    private sealed class CaseMapping : IEntityTypeConfiguration<VoiceCase>
    {
        public void Configure(EntityTypeBuilder<VoiceCase> builder)
        {
            builder.ToTable("voice_cases").HasKey(c => new { c.VoiceId, c.CaseId });
            builder.Property(c => c.How).HasConversion<string>();
            builder.HasIndex(c => c.CaseId);
            builder.Property(c => c.Turn).HasDefaultValue(0).ValueGeneratedNever();
            foreach (var adds in (string[])["Slow", "Fast", "Loud"])
                builder.Property<double>(adds).HasDefaultValue(0d).ValueGeneratedNever();
            // All that the temperature is made of: ten thousand cases are added up without opening one.
            builder.HasIndex(c => new { c.VoiceId, c.SaidAt, c.Turn, c.Slow, c.Fast, c.Loud, c.Again }).HasDatabaseName("IX_voice_cases_said");
        }
    }

    private sealed class NewsMapping : IEntityTypeConfiguration<VoiceNews>
    {
        public void Configure(EntityTypeBuilder<VoiceNews> builder)
        {
            builder.ToTable("voice_news").HasKey(n => n.Id);
            builder.Property(n => n.Id).ValueGeneratedNever();
            builder.HasIndex(n => new { n.VoiceId, n.At });
        }
    }

    private sealed class ActMapping : IEntityTypeConfiguration<VoiceAct>
    {
        public void Configure(EntityTypeBuilder<VoiceAct> builder)
        {
            builder.ToTable("voice_acts").HasKey(a => a.Id);
            builder.Property(a => a.Id).ValueGeneratedNever();
            builder.Property(a => a.What).HasConversion<string>();
            builder.HasIndex(a => new { a.VoiceId, a.At });
        }
    }

    private sealed class IncidentMapping : IEntityTypeConfiguration<VoiceIncident>
    {
        public void Configure(EntityTypeBuilder<VoiceIncident> builder)
        {
            builder.ToTable("voice_incidents").HasKey(i => i.IncidentId);
            builder.Property(i => i.IncidentId).ValueGeneratedNever();
            builder.HasIndex(i => i.VoiceId);
        }
    }

    private sealed class OfferMapping : IEntityTypeConfiguration<VoiceOffer>
    {
        public void Configure(EntityTypeBuilder<VoiceOffer> builder)
        {
            builder.ToTable("voice_offers").HasKey(o => new { o.CaseId, o.VoiceId });
            builder.HasIndex(o => o.VoiceId);
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
