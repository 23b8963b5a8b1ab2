using System.Security.Cryptography;
using System.Text;
using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Notices;

public static class NoticesMapping
{
    extension(Db db)
    {
        public DbSet<Notice> Notices => db.Set<Notice>();

        /// <summary>Rings for one person because of an entry, once: an entry may be followed up twice.</summary>
        public async Task Notice(Entry entry, Id<Agent> agent, string kind, DateTimeOffset now)
        {
            var id = Once(entry, agent, kind);
            if (!await db.Agents.AnyAsync(a => a.Id == agent && a.LeftAt == null, CancellationToken.None) || await db.Notices.AnyAsync(n => n.Id == id, CancellationToken.None))
                return;
            db.Notices.Add(new Notice { Id = id, AgentId = agent, CaseId = entry.CaseId, Kind = kind, At = now });
            db.RingAfterCommit(Topic.Of(agent));
            await db.SaveChangesAsync(CancellationToken.None);
        }

        /// <summary>What was decided by one waits for none of the others any more.</summary>
        public async Task SeeAll(Id<Case> id, string kind, DateTimeOffset now)
        {
            foreach (var notice in await db.Notices.AsTracking().Where(n => n.CaseId == id && n.Kind == kind && n.SeenAt == null).ToListAsync(CancellationToken.None))
            {
                notice.SeenAt = now;
                db.RingAfterCommit(Topic.Of(notice.AgentId));
            }

            await db.SaveChangesAsync(CancellationToken.None);
        }

        /// <summary>Rings for every supervisor, or for the administrators where there is none, because of something that is no case.</summary>
        public async Task NoticeSupervisors(string kind, string about, string says, DateTimeOffset now)
        {
            var seniors = await db.Agents.AsNoTracking().Where(a => a.LeftAt == null && a.Role != AgentRole.Agent).Select(a => new { a.Id, a.Role }).ToListAsync(CancellationToken.None);
            foreach (var one in seniors.Any(a => a.Role is AgentRole.Supervisor) ? seniors.Where(a => a.Role is AgentRole.Supervisor) : seniors)
            {
                db.Notices.Add(new Notice { Id = Id<Notice>.New(), AgentId = one.Id, CaseId = default, Kind = kind, At = now, About = about, Says = says });
                db.RingAfterCommit(Topic.Of(one.Id));
            }
        }
    }

    private static Id<Notice> Once(Entry entry, Id<Agent> agent, string kind) =>
        new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{entry.CaseId} {entry.Number} {agent} {kind}")).AsSpan(0, 16)));

    private sealed class Mapping : IEntityTypeConfiguration<Notice>
    {
        public void Configure(EntityTypeBuilder<Notice> builder)
        {
            builder.ToTable("notices").HasKey(n => n.Id);
            builder.Property(n => n.Id).ValueGeneratedNever();
            builder.HasIndex(n => new { n.AgentId, n.SeenAt, n.At });
        }
    }
}
