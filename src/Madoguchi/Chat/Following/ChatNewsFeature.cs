using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Chat.Following;

/// <summary>What the stream says, drawn; a database context of its own for each look.</summary>
public sealed class ChatNews(IDbContextFactory<Db> contexts, FragmentsFeature fragments, TimeProvider clock)
{
    public async Task<Tongue?> Tongue(Visit visit, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Chat(visit.Customer, false, clock.Now, ct) is { } view ? visit.TongueFor(view.Case.Language) : null;
    }

    public async Task<string> Draw(Entry entry, Tongue t, Visit visit, CancellationToken ct) =>
        (await fragments.Draw([entry], t, visit.Token, ct))[0];

    /// <summary>The words that this entry takes back, drawn anew.</summary>
    public async Task<IReadOnlyList<string>> TakenBack(Entry entry, Tongue t, Visit visit, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await fragments.Draw(await db.TakenBack(entry.CaseId, [entry], inside: false, ct), t, visit.Token, ct);
    }

    /// <summary>The parts of the page that hang on more than one entry.</summary>
    public async Task<IReadOnlyList<string>> Changed(Visit visit, Tongue t, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Chat(visit.Customer, false, clock.Now, ct) is not { } view)
            return [];
        return
        [
            await fragments.Draw<Now>(new() { ["T"] = t, ["View"] = view, ["Token"] = visit.Token, ["Query"] = visit.Query }),
            await fragments.Draw<With>(new() { ["T"] = t, ["View"] = view }),
        ];
    }
}
