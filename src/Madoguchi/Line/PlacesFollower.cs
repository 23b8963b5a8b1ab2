using Madoguchi.Cases;
using Madoguchi.Line.Telling;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Line;

/// <summary>A line moves by what happens to others, and by time. Two queries a second for all who look at their place from this node, however many they are;
/// whose place is another one is told so. Who went away and asked for it is written to when their turn is near.</summary>
public sealed class PlacesFollower(Signals signals, Writes writes, IDbContextFactory<Db> contexts, TimeProvider clock, ILogger<PlacesFollower> log) : BackgroundService
{
    /// <summary>The kind of the signal that a case's followers hear.</summary>
    public const string Moved = "place";

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    /// <summary>A wait grows shorter by itself.</summary>
    private static readonly TimeSpan Anyway = TimeSpan.FromSeconds(15);
    private static readonly string Prefix = Topic.Of(default(Id<Case>)).Split(':')[0] + ":";

    private Dictionary<Id<Ticket>, Told> told = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Pass(stoppingToken);
            }
            catch (Exception away) when (away.IsDatabaseAway)
            {
                log.LogWarning("Places in line stand still on pages, for a moment: {Reason}", away.Message);
            }
        }
    }

    public async Task Pass(CancellationToken ct)
    {
        var watched = signals.Watched.Where(t => t.StartsWith(Prefix, StringComparison.Ordinal)).Select(t => Id<Case>.Parse(t[Prefix.Length..], null)).ToHashSet();
        var (now, still, near) = (clock.Now, new Dictionary<Id<Ticket>, Told>(), new List<Id<Ticket>>());
        foreach (var line in (await Look(ct)).GroupBy(t => t.DeskId))
        {
            var place = 0;
            foreach (var ticket in line.OrderBy(t => t.Rank).ThenBy(t => t.Seq))
            {
                if (watched.Contains(ticket.CaseId))
                    still[ticket.Id] = Tell(ticket, place, now);
                if (ticket.MustTell(place, now))
                    near.Add(ticket.Id);
                if (ticket.State is TicketState.Waiting && ticket.IsRipe(now))
                    place++;
            }
        }

        // Out of the line since the last time.
        foreach (var (_, gone) in told.Where(t => !still.ContainsKey(t.Key)))
            signals.Ring(new Signal(Topic.Of(gone.Case), Moved));
        told = still;
        foreach (var id in near)
            await writes.Write(db => db.Tell(id, now), ct);
    }

    private async Task<List<Ticket>> Look(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.ActiveTickets(ct);
    }

    private Told Tell(Ticket ticket, int place, DateTimeOffset now)
    {
        var stands = new Told(ticket.CaseId, ticket.State, place, ticket.HeldUntil, now);
        if (told.TryGetValue(ticket.Id, out var before) && before with { At = now } == stands && now - before.At < Anyway)
            return before;
        signals.Ring(new Signal(Topic.Of(ticket.CaseId), Moved));
        return stands;
    }

    private sealed record Told(Id<Case> Case, TicketState State, int Place, DateTimeOffset? HeldUntil, DateTimeOffset At);
}
