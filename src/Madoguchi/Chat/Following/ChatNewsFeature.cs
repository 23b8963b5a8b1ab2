using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Chat.Ticketing;
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
            .. await Line(view.Case.Id, view.Case.LastEntry, view.Ticket, !view.Case.IsClosed, t, visit),
        ];
    }

    /// <summary>The line has moved, without any word.</summary>
    public async Task<IReadOnlyList<string>> Moved(Visit visit, Tongue t, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.TicketSeen(visit.Customer, clock.Now, ct) is { } seen ? await Line(seen.Ticket.CaseId, seen.Version, seen, seen.MayJoin, t, visit) : [];
    }

    // The strip of the conversation's page, and the ticket's own page.
    private async Task<IReadOnlyList<string>> Line(Id<Case> id, int version, TicketSeen? seen, bool mayJoin, Tongue t, Visit visit) =>
    [
        await fragments.Draw<LineStrip>(new() { ["T"] = t, ["CaseId"] = id, ["Version"] = version, ["Seen"] = seen, ["MayJoin"] = mayJoin, ["Token"] = visit.Token, ["Query"] = visit.Query }),
        .. seen is null ? [] : new[]
        {
            await fragments.Draw<Place>(new() { ["T"] = t, ["Seen"] = seen }),
            await fragments.Draw<Turn>(new() { ["T"] = t, ["Seen"] = seen, ["Token"] = visit.Token, ["Query"] = visit.Query }),
        },
    ];
}
