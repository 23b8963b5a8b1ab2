using Madoguchi.Incidents.Noticing.Jumps;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Incidents.Noticing.Proposing;

/// <summary>Looks for jumps, seconds after a contact was marked: on one node at a time, and all it goes by is in the database.</summary>
public sealed class NoticingFollower(Leases leases, Writes writes, IDbContextFactory<Db> contexts, Storage.Signals signals, TimeProvider clock, ILogger<NoticingFollower> log) : BackgroundService
{
    private const string Name = "noticing";
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(15);

    // What comes in the same moment is looked at together.
    private static readonly TimeSpan Gathers = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ear = signals.Listen(MarkingMapping.Topic);
        while (!stoppingToken.IsCancellationRequested)
        {
            if ((await ear.Wait(Poll, stoppingToken)).Count > 0)
                await Task.Delay(Gathers, stoppingToken);
            try
            {
                await Pass(stoppingToken);
            }
            catch (Exception away) when (away.IsDatabaseAway)
            {
                log.LogWarning(away, "Jumps are looked for the next time");
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                log.LogError(failed, "Noticing failed, and is tried again"); // one fault must not stop the house
            }
        }
    }

    /// <summary>How many proposals are new.</summary>
    public async Task<int> Pass(CancellationToken ct)
    {
        if (await leases.Take(Name, Lease, ct) is not { } lease)
            return 0;
        while (await writes.Write(async db => await db.Holds(lease) && await db.CountHours(clock.Now), ct))
        {
        }

        var now = clock.Now;
        // What fits a proposal already belongs to it, before anything is called a jump.
        await writes.Write(async db => await db.Holds(lease) ? await db.Grow(now) : 0, ct);
        await using var reading = await contexts.CreateDbContextAsync(ct);
        var contacts = await reading.Unexplained(now, ct);
        if (contacts.Count < Looking.Fewest)
            return 0;
        var past = await reading.Past(Looking.Asked(contacts), ct);
        var like = await reading.LikeHours(now, past, ct);
        var chosen = await reading.NoticingState(ct);
        var jumps = Looking.At(now, contacts, past, like, chosen.FalseAlarms, chosen.Fewest);
        return jumps.Count == 0 ? 0 : await writes.Write(async db => await db.Holds(lease) ? await db.Propose(jumps, contacts, now) : 0, ct);
    }
}
