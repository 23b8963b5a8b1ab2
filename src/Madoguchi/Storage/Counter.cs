using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Storage;

/// <summary>A number that only grows. Taken in blocks, so that nodes do not wait for each other; gaps do no harm.</summary>
public sealed class Counter
{
    public required string Name { get; init; }
    public required long Next { get; set; }

    private sealed class Mapping : IEntityTypeConfiguration<Counter>
    {
        public void Configure(EntityTypeBuilder<Counter> builder) => builder.ToTable("counters").HasKey(c => c.Name);
    }
}

/// <summary>A value that the installation made for itself once (the key of the number permutation) and must never change.</summary>
public sealed class KeptSecret
{
    public required string Name { get; init; }
    public required byte[] Value { get; init; }

    private sealed class Mapping : IEntityTypeConfiguration<KeptSecret>
    {
        public void Configure(EntityTypeBuilder<KeptSecret> builder) => builder.ToTable("secrets").HasKey(c => c.Name);
    }
}
