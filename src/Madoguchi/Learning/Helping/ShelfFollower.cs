using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Learning.Helping;

/// <summary>Takes the help centre in hand once the house is open, so that nobody's search is the one that waits for it. Readiness does not wait.</summary>
public sealed class ShelfFollower(IDbContextFactory<Db> contexts, IHostApplicationLifetime life, ILogger<ShelfFollower> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = life.ApplicationStarted.Register(open.SetResult);
        await open.Task.WaitAsync(stoppingToken);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(stoppingToken);
            await db.HelpIndex(stoppingToken);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            log.LogWarning("The help centre is taken in hand by the first who searches: {Reason}", failed.Message);
        }
    }
}
