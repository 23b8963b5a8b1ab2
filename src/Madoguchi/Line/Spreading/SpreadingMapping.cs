using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Line.Spreading;

public static class SpreadingMapping
{
    extension(Db db)
    {
        public DbSet<AgentLoad> AgentLoads => db.Set<AgentLoad>();

        public DbSet<HeavyCase> HeavyCases => db.Set<HeavyCase>();

        internal async Task<IReadOnlyDictionary<Id<Agent>, int>> Steps(IReadOnlyCollection<Id<Agent>> agents, DateTimeOffset now, CancellationToken ct)
        {
            var since = now - AgentLoad.Good;
            return await db.AgentLoads.AsNoTracking().Where(l => agents.Contains(l.AgentId) && l.At > since).ToDictionaryAsync(l => l.AgentId, l => l.Step, ct);
        }
    }

    private sealed class LoadMapping : IEntityTypeConfiguration<AgentLoad>
    {
        public void Configure(EntityTypeBuilder<AgentLoad> builder)
        {
            builder.ToTable("agent_loads").HasKey(l => l.AgentId);
            builder.Property(l => l.AgentId).ValueGeneratedNever();
        }
    }

    private sealed class HeavyMapping : IEntityTypeConfiguration<HeavyCase>
    {
        public void Configure(EntityTypeBuilder<HeavyCase> builder)
        {
            builder.ToTable("heavy_cases").HasKey(h => h.CaseId);
            builder.Property(h => h.CaseId).ValueGeneratedNever();
        }
    }
}
