using Madoguchi.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Storage;

/// <summary>Who does a piece of periodic work now. One row a name, for ever.</summary>
public sealed class LeaseRow
{
    public required string Name { get; init; }
    public required string Holder { get; init; }
    public required DateTimeOffset Until { get; init; }

    /// <summary>Grows with every change of hands: what an earlier holder still sends after waking up is known by it.</summary>
    public required long Fence { get; init; }

    private sealed class Mapping : IEntityTypeConfiguration<LeaseRow>
    {
        public void Configure(EntityTypeBuilder<LeaseRow> builder) => builder.ToTable("leases").HasKey(l => l.Name);
    }
}

/// <summary>The right to do a piece of periodic work. It is worth what <see cref="LeaseFence.Holds"/> says inside each write.</summary>
public sealed record Lease(string Name, string Holder, long Fence);

/// <summary>Of many nodes, one does the periodic work (docs/adr/0009). The lease only keeps the others from trying; what makes sure is the fence,
/// looked at inside each write.</summary>
public sealed class Leases(Writes writes, TimeProvider clock)
{
    private readonly string holder = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}";

    /// <summary>Takes the lease, or makes one's own longer; null while somebody else holds it. A lease that ends later than any honest one
    /// could was written by a clock that has jumped: it holds nobody off.</summary>
    public Task<Lease?> Take(string name, TimeSpan length, CancellationToken ct) =>
        writes.Write(async db =>
        {
            var now = clock.Now;
            // Honest clocks differ too, by less than a lease.
            var (from, until, jumped) = (db.Stored(now), db.Stored(now + length), db.Stored(now + length * 2));
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into leases ("Name", "Holder", "Until", "Fence") values ({name}, {holder}, {until}, 1)
                on conflict ("Name") do update set "Holder" = excluded."Holder", "Until" = excluded."Until",
                    "Fence" = leases."Fence" + case when leases."Holder" = excluded."Holder" then 0 else 1 end
                where leases."Holder" = excluded."Holder" or leases."Until" <= {from} or leases."Until" > {jumped}
                """, CancellationToken.None);
            var row = await db.Set<LeaseRow>().AsNoTracking().SingleAsync(l => l.Name == name, CancellationToken.None);
            return row.Holder == holder ? new Lease(name, holder, row.Fence) : null;
        }, ct);
}

public static class LeaseFence
{
    extension(Db db)
    {
        /// <summary>Whether the lease is still held, and nobody takes it before this work has committed. Only inside <see cref="Writes"/>.</summary>
        public async Task<bool> Holds(Lease lease)
        {
            var (name, holder, fence) = (lease.Name, lease.Holder, lease.Fence);
            var row = db.IsPostgres ? db.Set<LeaseRow>().FromSql($"""select * from leases where "Name" = {name} for share""") : db.Set<LeaseRow>().Where(l => l.Name == name);
            return (await row.AsNoTracking().ToListAsync(CancellationToken.None)).Any(l => l.Holder == holder && l.Fence == fence);
        }
    }
}
