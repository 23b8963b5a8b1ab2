using Madoguchi.Cases;
using Madoguchi.Cases.Following;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Inbox.Living;

/// <summary>The cases that a stream's agent is at: entered while they may be seen, left when they may not or the stream ends.</summary>
public sealed class Visiting(Presence presence) : IDisposable
{
    private readonly Dictionary<Id<Case>, IDisposable> visits = [];

    /// <summary>Those that were entered just now.</summary>
    public IReadOnlyList<Id<Case>> Enter(IReadOnlyList<Id<Case>> visible, CurrentAgent me)
    {
        foreach (var gone in visits.Keys.Except(visible).ToList())
        {
            visits.Remove(gone, out var visit);
            visit?.Dispose();
        }

        var entered = visible.Where(id => !visits.ContainsKey(id)).ToList();
        foreach (var id in entered)
            visits[id] = presence.Enter(id, new Caller(me));
        return entered;
    }

    public void Dispose()
    {
        foreach (var visit in visits.Values)
            visit.Dispose();
    }
}
