using System.Reflection;
using Madoguchi.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Madoguchi.Storage;

/// <summary>The one model. Each room maps its own nouns (<c>*Mapping.cs</c>) and names its own sets; this class knows none of them.</summary>
public sealed class Db(DbContextOptions<Db> options) : DbContext(options)
{
    private static readonly Type[] IdTypes =
    [
        .. typeof(Db).Assembly.GetTypes().SelectMany(t => t.GetProperties(BindingFlags.Instance | BindingFlags.Public))
            .Select(p => Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType)
            .Where(t => t.IsGenericType && !t.ContainsGenericParameters && t.GetGenericTypeDefinition() == typeof(Id<>)).Distinct(),
    ];

    // Pooled with the context: whoever hands the context out empties it (Writes.Prepare).
    private readonly HashSet<string> rings = [];

    /// <summary>Followers of this topic look again once the work has committed. A hint: what they find is in the database.</summary>
    public void RingAfterCommit(string topic) => rings.Add(topic);

    internal IReadOnlyCollection<string> TakeRings()
    {
        string[] taken = [.. rings];
        rings.Clear();
        return taken;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        foreach (var id in IdTypes)
            configurationBuilder.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id.GetGenericArguments()));
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        if (Database.IsSqlite())
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Microseconds>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(Db).Assembly);

    private sealed class IdConverter<T>() : ValueConverter<Id<T>, Guid>(id => id.Value, value => new Id<T>(value));

    // SQLite has no type for time and orders DateTimeOffset wrongly as text.
    private sealed class Microseconds() : ValueConverter<DateTimeOffset, long>(at => Moment.ToUnixMicroseconds(at), micros => Moment.FromUnixMicroseconds(micros));
}
