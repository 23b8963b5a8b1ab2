using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Line;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Durability;

/// <summary>Reads everything back, straight from the database, and names what breaks a promise: LOST, DOUBLE, PHANTOM, ORDER, GAP, HALF, CHAIN.</summary>
public static class Audit
{
    public static async Task<IReadOnlyList<string>> Of(Ledger ledger, Database database)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddStorage(new Engine(database.ConnectionString, database.Folder));
        await using var provider = services.BuildServiceProvider();
        await using var db = await provider.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync();
        var cases = await db.Cases.ToListAsync();
        var entries = (await db.Entries.ToListAsync()).ToLookup(e => e.CaseId);
        return [.. Sent(ledger, entries), .. cases.SelectMany(c => Whole(c, [.. entries[c.Id].OrderBy(e => e.Number)])), .. await Strays(db, ledger), .. await Places(db, ledger)];
    }

    // What clients know against what is there.
    private static IEnumerable<string> Sent(Ledger ledger, ILookup<Id<Case>, Entry> entries)
    {
        var said = entries.SelectMany(e => e).Where(e => e.Kind == "message").Select(e => (e, ((MessageSaid)e.What).Text)).ToLookup(e => e.Text, e => e.e);
        var sent = ledger.Acts.Select(a => a.Text).ToHashSet();
        foreach (var act in ledger.Acts)
        {
            var found = said[act.Text].ToList();
            if (act.Entry is { } number && found.Count == 0)
                yield return $"LOST {act}";
            if (found.Count > 1)
                yield return $"DOUBLE {act}";
            if (act.Entry is { } told && found.Count == 1 && (found[0].Number != told || found[0].CaseId.ToString() != act.CaseId))
                yield return $"ORDER {act} is entry {found[0].Number}";
        }

        foreach (var stranger in said.Where(s => !sent.Contains(s.Key) && !s.Key.StartsWith("story of ", StringComparison.Ordinal)))
            yield return $"PHANTOM {stranger.Key}";
        foreach (var contact in ledger.Contacts.Where(c => !entries.Any(e => e.Key.ToString() == c.CaseId)))
            yield return $"LOST contact {contact}";
    }

    // A case with its entries: numbers without gaps, a chain that holds, nothing half there.
    private static IEnumerable<string> Whole(Case theCase, List<Entry> entries)
    {
        if (!entries.Select(e => e.Number).SequenceEqual(Enumerable.Range(1, theCase.LastEntry)))
            yield return $"GAP {theCase.Id}: {string.Join(',', entries.Select(e => e.Number))}, last {theCase.LastEntry}";
        byte[] previous = [];
        foreach (var e in entries)
        {
            if (!Entry.Link(previous, e.CaseId, e.Number, e.At, e.Kind, e.By, e.Body, e.Salt).AsSpan().SequenceEqual(e.Hash))
                yield return $"CHAIN {theCase.Id} entry {e.Number}";
            previous = e.Hash;
        }

        if (!previous.AsSpan().SequenceEqual(theCase.LastHash))
            yield return $"CHAIN {theCase.Id} ends elsewhere";
    }

    private static async Task<IEnumerable<string>> Strays(Db db, Ledger ledger)
    {
        var cases = await db.Cases.Select(c => c.Id).ToListAsync();
        var halves = await db.Cases.Where(c => !db.Set<CaseDesk>().Any(d => d.CaseId == c.Id && d.DeskId == c.DeskId)).Select(c => c.Id).ToListAsync();
        var orphans = await db.Entries.Where(e => !db.Set<Case>().Any(c => c.Id == e.CaseId)).Select(e => e.CaseId).ToListAsync();
        var open = await db.Set<OnceRow>().CountAsync(o => o.Answer == Array.Empty<byte>());
        return
        [
            .. halves.Select(h => $"HALF case {h} without its desk"), .. orphans.Select(o => $"HALF entries of no case {o}"),
            .. open > 0 ? [$"HALF {open} once-keys without an answer"] : Array.Empty<string>(),
            .. cases.Count == ledger.Contacts.Count ? Array.Empty<string>() : [$"DOUBLE or LOST: {cases.Count} cases of {ledger.Contacts.Count} contacts"],
        ];
    }

    // A place in line is one for a case, whatever broke meanwhile, and no two hold the same number.
    private static async Task<IEnumerable<string>> Places(Db db, Ledger ledger)
    {
        var tickets = await db.Tickets.AsNoTracking().ToListAsync();
        var kept = tickets.Select(t => (t.CaseId.ToString(), t.Id.ToString())).ToHashSet();
        return
        [
            .. ledger.Places.Where(p => !kept.Contains(p)).Select(p => $"LOST place {p}"), .. tickets.CountBy(t => t.CaseId).Where(t => t.Value > 1).Select(t => $"DOUBLE place of {t.Key}"),
            .. tickets.CountBy(t => (t.DeskId, t.Number)).Where(t => t.Value > 1).Select(t => $"DOUBLE number {t.Key}"),
            .. tickets.CountBy(t => (t.DeskId, t.Seq)).Where(t => t.Value > 1).Select(t => $"ORDER two are {t.Key}"),
        ];
    }
}
