using Madoguchi.Rules.Telling;
using Madoguchi.Rules.Watching;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Rules;

public static class RulesMapping
{
    extension(Db db)
    {
        public DbSet<Rule> Rules => db.Set<Rule>();

        public DbSet<RuleBreak> RuleBreaks => db.Set<RuleBreak>();

        public DbSet<RuleBreakKey> RuleBreakKeys => db.Set<RuleBreakKey>();

        public DbSet<RuleTelling> RuleTellings => db.Set<RuleTelling>();

        public DbSet<Recipient> RuleRecipients => db.Set<Recipient>();
    }

    private sealed class RuleMapping : IEntityTypeConfiguration<Rule>
    {
        public void Configure(EntityTypeBuilder<Rule> builder)
        {
            builder.ToTable("rules").HasKey(r => r.Id);
            builder.Property(r => r.Id).ValueGeneratedNever();
            builder.Ignore(r => r.Terms);
            builder.Ignore(r => r.Types);
        }
    }

    private sealed class StateMapping : IEntityTypeConfiguration<KeyState>
    {
        public void Configure(EntityTypeBuilder<KeyState> builder)
        {
            builder.ToTable("rule_states").HasKey(s => new { s.RuleId, s.Key });
            builder.HasIndex(s => s.DueAt);
        }
    }

    private sealed class BreakMapping : IEntityTypeConfiguration<RuleBreak>
    {
        public void Configure(EntityTypeBuilder<RuleBreak> builder)
        {
            builder.ToTable("rule_breaks").HasKey(b => b.Id);
            builder.Property(b => b.Id).ValueGeneratedNever();
            builder.HasIndex(b => new { b.RuleId, b.Key }).IsUnique();
            builder.HasIndex(b => new { b.RuleId, b.HealedAt, b.Since });
            builder.HasIndex(b => b.RecipientId);
        }
    }

    private sealed class BreakKeyMapping : IEntityTypeConfiguration<RuleBreakKey>
    {
        public void Configure(EntityTypeBuilder<RuleBreakKey> builder)
        {
            builder.ToTable("rule_break_keys").HasKey(k => new { k.BreakId, k.Value });
            builder.HasIndex(k => k.Value);
        }
    }

    private sealed class RingMapping : IEntityTypeConfiguration<RuleRing>
    {
        public void Configure(EntityTypeBuilder<RuleRing> builder)
        {
            builder.ToTable("rule_rings").HasKey(r => r.RuleId);
            builder.Property(r => r.RuleId).ValueGeneratedNever();
        }
    }

    private sealed class TellingMapping : IEntityTypeConfiguration<RuleTelling>
    {
        public void Configure(EntityTypeBuilder<RuleTelling> builder)
        {
            builder.ToTable("rule_tellings").HasKey(t => t.Id);
            builder.Property(t => t.Id).ValueGeneratedNever();
            builder.HasIndex(t => new { t.RuleId, t.At });
        }
    }

    private sealed class RecipientMapping : IEntityTypeConfiguration<Recipient>
    {
        public void Configure(EntityTypeBuilder<Recipient> builder)
        {
            builder.ToTable("rule_recipients").HasKey(r => r.Id);
            builder.Property(r => r.Id).ValueGeneratedNever();
            builder.HasIndex(r => r.TellingId);
        }
    }
}
