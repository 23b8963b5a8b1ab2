using Madoguchi.Incidents.Collecting;
using Madoguchi.Incidents.Resolving;
using Madoguchi.Mail.Sending;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Incidents.Updating;

/// <summary>Tells everybody what was written for them, on any node, many at a time; whatever is killed in between, each is told once.</summary>
public sealed class UpdateFollower(Writes writes, MailSettings mail, PaceSettings pace, Signals signals, TimeProvider clock, ILogger<UpdateFollower> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ear = signals.Listen(CollectingMapping.Topic);
        while (!stoppingToken.IsCancellationRequested)
        {
            await ear.Wait(Poll, stoppingToken);
            try
            {
                await Pass(stoppingToken);
            }
            catch (Exception away) when (away.IsDatabaseAway)
            {
                log.LogWarning(away, "Updates of incidents wait for the database");
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                log.LogError(failed, "Updates of incidents failed, and is tried again"); // one fault must not stop the house
            }
        }
    }

    /// <summary>All that is due now. How many were told or given something.</summary>
    public async Task<int> Pass(CancellationToken ct)
    {
        while (await writes.Write(db => db.BeginUpdate(clock.Now), ct) || await writes.Write(db => db.BeginRemedy(clock.Now), ct))
        {
        }

        return await All((db, many) => db.TellNext(many, mail.AnswersAfter, pace, clock.Now), (db, why) => db.NotTold(why, clock.Now), ct)
            + await All((db, many) => db.GrantNext(many, mail.AnswersAfter, pace, clock.Now), (db, why) => db.NotGranted(why, clock.Now), ct);
    }

    // One that fails must neither stop the others nor vanish: it is found by itself, and stands on the record with its reason.
    private async Task<int> All(Func<Db, int, Task<int>> next, Func<Db, string, Task<int>> putAside, CancellationToken ct)
    {
        for (var (all, many) = (0, pace.CasesAtOnce); ;)
        {
            int done;
            try
            {
                done = await writes.Write(db => next(db, many), ct);
                many = Math.Min(pace.CasesAtOnce, many * 2);
            }
            catch (Exception failed) when (failed is not OperationCanceledException && !failed.IsDatabaseAway)
            {
                log.LogError(failed, "Of {Count} to be told about an incident, one failed", many);
                done = many == 1 ? await writes.Write(db => putAside(db, failed.Message), ct) : 1;
                many = Math.Max(1, many / 2);
            }

            if (done == 0)
                return all;
            all += done;
        }
    }
}
