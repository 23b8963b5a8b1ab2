namespace Madoguchi.Setup;

/// <summary>A follower that fell over something nobody has thought of is set on its feet again: neither does its work lie undone, nor does the house stop with it.</summary>
public sealed class WatchmanFollower(IServiceProvider services, ILogger<WatchmanFollower> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>How many had fallen.</summary>
    public async Task<int> Pass(CancellationToken ct)
    {
        List<BackgroundService> fallen = [.. services.GetServices<IHostedService>().OfType<BackgroundService>().Where(f => f.ExecuteTask is { IsFaulted: true })];
        foreach (var one in fallen)
        {
            log.LogError(one.ExecuteTask?.Exception, "{Follower} fell, and is set on its feet again", one.GetType().Name);
            await one.StartAsync(ct);
        }

        return fallen.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await Pass(stoppingToken);
    }
}
