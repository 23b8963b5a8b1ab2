using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Desks.OnDuty;
using Madoguchi.Line.Spreading;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Care.Straining;

/// <summary>Suggests breaks to those on duty, keeps the steps by which hard work is spread, and forgets what is older than a month.</summary>
public sealed class StrainFollower(Leases leases, Writes writes, IDbContextFactory<Db> contexts, HouseZone zone, TimeProvider clock, ILogger<StrainFollower> log) : BackgroundService
{
    private const string Name = "strain";
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan HeavyFor = TimeSpan.FromDays(2);

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
                log.LogWarning("Breaks are suggested the next time: {Reason}", away.Message);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                log.LogError(failed, "Strain failed, and is tried again"); // one fault must not stop the house
            }
        }
    }

    /// <summary>To how many a break was suggested.</summary>
    public async Task<int> Pass(CancellationToken ct)
    {
        if (await leases.Take(Name, Every, ct) is not { } lease)
            return 0;
        var (now, there) = (clock.Now, new List<(Id<Agent> Agent, DutyState State, Strain Strain)>());
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            foreach (var duty in (await db.Duties.AsNoTracking().ToListAsync(ct)).Where(d => d.At(now) is not DutyState.Offline))
                there.Add((duty.AgentId, duty.At(now), Strain.Of(await db.WorkDay(duty.AgentId, zone, now, ct), zone.Zone)));
        }

        return await writes.Write(async db => await db.Holds(lease) ? await Keep(db, there, now) : 0, ct);
    }

    private static async Task<int> Keep(Db db, List<(Id<Agent> Agent, DutyState State, Strain Strain)> there, DateTimeOffset now)
    {
        var ids = there.ConvertAll(t => t.Agent);
        var loads = await db.AgentLoads.AsTracking().Where(l => ids.Contains(l.AgentId)).ToDictionaryAsync(l => l.AgentId, CancellationToken.None);
        var advices = await db.BreakAdvices.AsTracking().Where(a => ids.Contains(a.AgentId)).ToDictionaryAsync(a => a.AgentId, CancellationToken.None);
        var suggested = 0;
        foreach (var (agent, state, strain) in there)
        {
            var load = loads.GetValueOrDefault(agent) ?? db.Add(new AgentLoad { AgentId = agent, Step = 0, At = now }).Entity;
            (load.Step, load.At) = ((int)strain.Level, now);
            suggested += Suggest(db, agent, state, strain, advices.GetValueOrDefault(agent), now) ? 1 : 0;
        }

        // Who has gone home is not met with yesterday's suggestion.
        foreach (var gone in await db.BreakAdvices.AsTracking().Where(a => a.Answer == null && !ids.Contains(a.AgentId)).ToListAsync(CancellationToken.None))
            gone.Reply(AdviceAnswer.Taken, now);
        await db.WeighTickets(now);
        await Forget(db, now);
        await db.SaveChangesAsync(CancellationToken.None);
        return suggested;
    }

    private static bool Suggest(Db db, Id<Agent> agent, DutyState state, Strain strain, BreakAdvice? before, DateTimeOffset now)
    {
        // They rest already: what was suggested has come about.
        if (before is { IsOpen: true } && (state is DutyState.Break || strain.StretchMinutes == 0))
        {
            before.Reply(AdviceAnswer.Taken, now);
            db.RingAfterCommit(Topic.Of(agent));
        }

        if (state is DutyState.Break || BreakAdvice.Of(strain, before, now) is not { } because)
            return false;
        if (before is null)
            db.Add(new BreakAdvice { AgentId = agent, At = now, Because = because });
        else
            (before.At, before.Because, before.Answer, before.AnsweredAt) = (now, because, null, null);
        db.RingAfterCommit(Topic.Of(agent));
        return true;
    }

    private static async Task Forget(Db db, DateTimeOffset now)
    {
        var (month, days) = (now - WorkMark.KeptFor, now - HeavyFor);
        await db.WorkMarks.Where(m => m.At < month).ExecuteDeleteAsync(CancellationToken.None);
        await db.DutySteps.Where(s => s.At < month).ExecuteDeleteAsync(CancellationToken.None);
        await db.HeavyCases.Where(h => h.At < days).ExecuteDeleteAsync(CancellationToken.None);
    }
}
