using Madoguchi.Storage;

namespace Madoguchi.Cases.Denying;

/// <summary>What the house has decided not to do, and has told everyone who asked for it (見送りの判断): whoever asks later may be told the same.</summary>
/// <param name="About">What was decided upon, by which it is cited.</param>
/// <param name="Words">For the public, in the language of the case.</param>
/// <param name="IsClose">The case stands behind it, or sounds like it.</param>
/// <param name="Concedes">It is about a fault, and this case stands behind it: the decision says that it happens.</param>
public sealed record Precedent(Guid About, Guid Decision, string Title, string Words, bool IsClose = false, bool Concedes = false);

/// <summary>A room that stands above the cases and keeps such decisions. Registered as a service.</summary>
public abstract class PrecedentBook
{
    /// <summary>Those that a reply in this case may rest on: the closest first, the newest before the others. The case is locked; only this database may be touched.</summary>
    public abstract Task<IReadOnlyList<Precedent>> Of(Db db, Case theCase, IReadOnlyList<Guid> cited);
}

/// <summary>All of them.</summary>
public sealed class Precedents(IEnumerable<PrecedentBook> books)
{
    public async Task<IReadOnlyList<Precedent>> Of(Db db, Case theCase, IReadOnlyList<Guid> cited)
    {
        var found = new List<Precedent>();
        foreach (var book in books)
            found.AddRange(await book.Of(db, theCase, cited));
        return found;
    }
}
