using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Notices;

public static class NoticesMapping
{
    extension(Db db)
    {
        public DbSet<Notice> Notices => db.Set<Notice>();
    }

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
