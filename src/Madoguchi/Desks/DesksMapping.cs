using Madoguchi.Desks.Hours;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Desks;

public static class DesksMapping
{
    extension(Db db)
    {
        public DbSet<Desk> Desks => db.Set<Desk>();

        public DbSet<Agent> Agents => db.Set<Agent>();

        /// <summary>The agent as they stand now; null when unknown or gone.</summary>
        public async Task<CurrentAgent?> CurrentAgent(Id<Agent> id, CancellationToken ct) =>
            await db.Agents.AsNoTracking().Where(a => a.Id == id && a.LeftAt == null)
                .Select(a => new CurrentAgent(a.Id, a.Name, a.ShownName, a.Role, a.Seats.Select(s => s.DeskId).ToList(), a.Languages) { NeedsApproval = a.NeedsApproval })
                .SingleOrDefaultAsync(ct);
    }

    private sealed class DeskMapping : IEntityTypeConfiguration<Desk>
    {
        public void Configure(EntityTypeBuilder<Desk> builder)
        {
            builder.ToTable("desks").HasKey(d => d.Id);
            builder.Property(d => d.Id).ValueGeneratedNever();
            builder.HasIndex(d => d.Slug).IsUnique();
            builder.Property(d => d.NeedsApproval).HasDefaultValue(false).ValueGeneratedNever();
            // Desks that were set up before there were words have none.
            builder.PrimitiveCollection(d => d.Words).IsRequired(false);
            builder.PrimitiveCollection(d => d.Phones).IsRequired(false);
            builder.Property(d => d.Plan).HasConversion<HoursMapping.PlanAsText>();
        }
    }

    private sealed class AgentMapping : IEntityTypeConfiguration<Agent>
    {
        public void Configure(EntityTypeBuilder<Agent> builder)
        {
            builder.ToTable("agents").HasKey(a => a.Id);
            builder.Property(a => a.Id).ValueGeneratedNever();
            builder.HasIndex(a => a.Email).IsUnique();
            builder.Property(a => a.NeedsApproval).HasDefaultValue(false).ValueGeneratedNever();
            builder.HasMany(a => a.Seats).WithOne().HasForeignKey(s => s.AgentId);
        }
    }

    private sealed class SeatMapping : IEntityTypeConfiguration<Seat>
    {
        public void Configure(EntityTypeBuilder<Seat> builder)
        {
            builder.ToTable("seats").HasKey(s => new { s.AgentId, s.DeskId });
            builder.HasOne<Desk>().WithMany().HasForeignKey(s => s.DeskId);
            builder.HasIndex(s => s.DeskId);
        }
    }
}
