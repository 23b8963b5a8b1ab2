using Madoguchi.Cases.Timeline;
using Madoguchi.Storage;

namespace Madoguchi.Cases.Listening;

/// <summary>A room that stands above the cases and looks after whoever reads: it hears what customers say as it is written. Registered as a service.</summary>
public abstract class Listener
{
    /// <summary>In the transaction that writes the words. The case is locked; only this database may be touched.</summary>
    public abstract Task Hear(Db db, Case theCase, Entry entry, string words);

    /// <summary>What they want, without what hurts; nothing when nothing has to be left out.</summary>
    public abstract string? Calm(string words);
}

/// <summary>All of them.</summary>
public sealed class Listeners(IEnumerable<Listener> all)
{
    private readonly Listener[] all = [.. all];

    /// <summary>As colleagues read it in passing: in a list, a brief, a search.</summary>
    public string Calm(string words) => all.Aggregate(words, (text, one) => one.Calm(text) ?? text);

    public async Task Hear(Db db, Case theCase, Entry entry, string words)
    {
        foreach (var one in all)
            await one.Hear(db, theCase, entry, words);
    }
}
