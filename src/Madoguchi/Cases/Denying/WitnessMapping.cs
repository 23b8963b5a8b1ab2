using Madoguchi.Storage;

namespace Madoguchi.Cases.Denying;

/// <summary>A room that stands above the cases and can tell, from what it keeps, that something happened to a customer. Registered as a service.</summary>
public abstract class Witness
{
    /// <summary>When, if it knows of anything. The case is locked; only this database may be touched.</summary>
    public abstract Task<DateTimeOffset?> SawSomething(Db db, Case theCase);
}

/// <summary>All of them.</summary>
public sealed class Witnesses(IEnumerable<Witness> all)
{
    public IReadOnlyList<Witness> All { get; } = [.. all];
}
