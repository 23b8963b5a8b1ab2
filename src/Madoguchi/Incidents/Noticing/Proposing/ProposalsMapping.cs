using Madoguchi.Cases;
using Madoguchi.Incidents.Noticing.Jumps;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Incidents.Noticing.Proposing;

public static class ProposalsMapping
{
    extension(Db db)
    {
        public DbSet<IncidentProposal> IncidentProposals => db.Set<IncidentProposal>();

        public DbSet<ProposalCase> ProposalCases => db.Set<ProposalCase>();

        /// <summary>A proposal under lock, to be declared or dismissed; once.</summary>
        public async Task<IncidentProposal?> Proposal(Guid id)
        {
            var proposals = db.IsPostgres ? db.IncidentProposals.FromSql($"""select * from incident_proposals where "Id" = {id} for update""") : db.IncidentProposals.Where(p => p.Id == new Id<IncidentProposal>(id));
            return (await proposals.AsTracking().ToListAsync(CancellationToken.None)).SingleOrDefault();
        }

        /// <summary>The cases that fit it, the first one first.</summary>
        public Task<List<Id<Case>>> CasesOf(IncidentProposal proposal)
        {
            var id = proposal.Id;
            return db.ProposalCases.Where(c => c.ProposalId == id).OrderBy(c => c.At).ThenBy(c => c.CaseId).Select(c => c.CaseId).ToListAsync(CancellationToken.None);
        }

        /// <summary>It has become an incident.</summary>
        public async Task CloseProposal(IncidentProposal proposal, Id<Incident> incident, DateTimeOffset now)
        {
            (proposal.State, proposal.SettledAt, proposal.IncidentId) = (ProposalState.Declared, now, incident);
            db.RingAfterCommit(ProposalsTopic.Name);
            await db.SaveChangesAsync(CancellationToken.None);
        }
    }

    private sealed class ProposalMapping : IEntityTypeConfiguration<IncidentProposal>
    {
        public void Configure(EntityTypeBuilder<IncidentProposal> builder)
        {
            builder.ToTable("incident_proposals").HasKey(p => p.Id);
            builder.Property(p => p.Id).ValueGeneratedNever();
            builder.Property(p => p.People).HasDefaultValue(0).ValueGeneratedNever();
            builder.HasIndex(p => new { p.State, p.LastAt });
        }
    }

    private sealed class CaseMapping : IEntityTypeConfiguration<ProposalCase>
    {
        public void Configure(EntityTypeBuilder<ProposalCase> builder)
        {
            builder.ToTable("proposal_cases").HasKey(c => new { c.ProposalId, c.CaseId });
            builder.HasIndex(c => c.CaseId);
        }
    }

    private sealed class HourMapping : IEntityTypeConfiguration<ContactHour>
    {
        public void Configure(EntityTypeBuilder<ContactHour> builder)
        {
            builder.ToTable("contact_hours").HasKey(h => new { h.Kind, h.Key, h.Hour });
            builder.HasIndex(h => h.Hour);
        }
    }

    private sealed class StateMapping : IEntityTypeConfiguration<NoticingState>
    {
        public void Configure(EntityTypeBuilder<NoticingState> builder)
        {
            builder.ToTable("noticing").HasKey(s => s.Id);
            builder.Property(s => s.Id).ValueGeneratedNever();
            builder.Property(s => s.Fewest).HasDefaultValue(Looking.Fewest).ValueGeneratedNever();
        }
    }
}
