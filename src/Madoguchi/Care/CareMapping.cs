using Madoguchi.Care.Stepping;
using Madoguchi.Care.Supervising;
using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Care;

/// <summary>A case with words that were hard to read, for one of those who had to.</summary>
/// <param name="At">When the last of them was said.</param>
/// <param name="Weight">Of all of them.</param>
/// <param name="Messages">How many.</param>
public sealed record HardCase(Id<Case> CaseId, DateTimeOffset At, int Weight, int Messages);

public static class CareMapping
{
    extension(Db db)
    {
        public DbSet<CareMark> CareMarks => db.Set<CareMark>();

        public DbSet<CareLook> CareLooks => db.Set<CareLook>();

        public DbSet<TakenStep> CareSteps => db.Set<TakenStep>();

        public DbSet<SupervisorWish> SupervisorWishes => db.Set<SupervisorWish>();

        public DbSet<CareLetter> CareLetters => db.Set<CareLetter>();

        public DbSet<CareList> CareLists => db.Set<CareList>();

        /// <summary>The cases with folded words that this agent was in charge of, or wrote in, since then; the newest first.</summary>
        public async Task<IReadOnlyList<HardCase>> HardCases(Id<Agent> agent, DateTimeOffset since, CancellationToken ct = default)
        {
            var (me, folded) = (agent.Value, CareVerdict.Folded);
            var marks = await db.CareMarks.AsNoTracking().Where(m => m.At >= since && m.Verdict == folded
                    && (m.AgentId == agent || db.Set<Entry>().Any(e => e.CaseId == m.CaseId && e.Role == Role.Agent && e.ById == me && e.At >= since)))
                .Select(m => new { m.CaseId, m.At, m.Weight }).ToListAsync(ct);
            return [.. marks.GroupBy(m => m.CaseId).Select(g => new HardCase(g.Key, g.Max(m => m.At), g.Sum(m => m.Weight), g.Count())).OrderByDescending(h => h.At)];
        }
    }

    private sealed class MarkMapping : IEntityTypeConfiguration<CareMark>
    {
        public void Configure(EntityTypeBuilder<CareMark> builder)
        {
            builder.ToTable("care_marks").HasKey(m => new { m.CaseId, m.Entry });
            builder.HasIndex(m => m.At);
        }
    }

    private sealed class LookMapping : IEntityTypeConfiguration<CareLook>
    {
        public void Configure(EntityTypeBuilder<CareLook> builder)
        {
            builder.ToTable("care_looks").HasKey(l => l.Id);
            builder.Property(l => l.Id).ValueGeneratedNever();
            builder.HasIndex(l => l.CaseId);
        }
    }

    private sealed class StepMapping : IEntityTypeConfiguration<TakenStep>
    {
        public void Configure(EntityTypeBuilder<TakenStep> builder)
        {
            builder.ToTable("care_steps").HasKey(s => s.Id);
            builder.Property(s => s.Id).ValueGeneratedNever();
            builder.HasIndex(s => s.CaseId);
        }
    }

    private sealed class WishMapping : IEntityTypeConfiguration<SupervisorWish>
    {
        public void Configure(EntityTypeBuilder<SupervisorWish> builder)
        {
            builder.ToTable("supervisor_wishes").HasKey(w => w.Id);
            builder.Property(w => w.Id).ValueGeneratedNever();
            builder.Ignore(w => w.IsOpen);
            builder.HasIndex(w => w.CaseId);
            builder.HasIndex(w => w.KeptAt);
        }
    }

    private sealed class ListMapping : IEntityTypeConfiguration<CareList>
    {
        public void Configure(EntityTypeBuilder<CareList> builder) => builder.ToTable("care_lists").HasKey(l => new { l.Kind, l.Language });
    }

    private sealed class LetterMapping : IEntityTypeConfiguration<CareLetter>
    {
        public void Configure(EntityTypeBuilder<CareLetter> builder) => builder.ToTable("care_letters").HasKey(l => new { l.Step, l.Language });
    }

    private sealed class SettingsMapping : IEntityTypeConfiguration<CareSettings>
    {
        public void Configure(EntityTypeBuilder<CareSettings> builder)
        {
            builder.ToTable("care_settings").HasKey(s => s.Id);
            builder.Property(s => s.Id).ValueGeneratedNever();
        }
    }

    private sealed class AgentMapping : IEntityTypeConfiguration<CareWish>
    {
        public void Configure(EntityTypeBuilder<CareWish> builder)
        {
            builder.ToTable("care_wishes").HasKey(w => w.AgentId);
            builder.Property(w => w.AgentId).ValueGeneratedNever();
        }
    }
}
