using System.Text.Json;
using Madoguchi.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Storage;

/// <summary>Work that an act causes, written with the act and done after it: a notice, a ring when nobody answers, later mails and webhooks.</summary>
public sealed class OutboxRow
{
    public required Id<OutboxRow> Id { get; init; }
    public required string Kind { get; init; }
    public required string Payload { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset DueAt { get; set; }
    public int Attempts { get; set; }

    /// <summary>Why it failed last. A row that failed <see cref="OutboxFollower.Tries"/> times waits where an administrator sees it.</summary>
    public string? Error { get; set; }
    public bool Parked { get; set; }
}

/// <summary>One kind of work. It runs inside the door, in the transaction that removes its row: done and removed, or neither.</summary>
public abstract class OutboxWork
{
    public abstract string Kind { get; }

    public abstract Task Do(Db db, string payload, DateTimeOffset now);

    /// <summary>What is done for many in one go, one by one: when it fails, one of them must not stop the others. Nothing where it is for one already.</summary>
    public virtual IEnumerable<string> Apart(string payload) => [];
}

public static class OutboxMapping
{
    extension(Db db)
    {
        public DbSet<OutboxRow> Outbox => db.Set<OutboxRow>();

        public void Enqueue<T>(string kind, T payload, DateTimeOffset now, DateTimeOffset? due = null)
        {
            db.Outbox.Add(new OutboxRow
            {
                Id = Id<OutboxRow>.New(), Kind = kind, Payload = JsonSerializer.Serialize(payload, Json.Options), CreatedAt = now, DueAt = due ?? now,
            });
            if (due is null || due <= now)
                db.RingAfterCommit(OutboxFollower.Topic);
        }
    }

    private sealed class Mapping : IEntityTypeConfiguration<OutboxRow>
    {
        public void Configure(EntityTypeBuilder<OutboxRow> builder)
        {
            builder.ToTable("outbox").HasKey(o => o.Id);
            builder.Property(o => o.Id).ValueGeneratedNever();
            builder.HasIndex(o => new { o.Parked, o.DueAt });
        }
    }
}
