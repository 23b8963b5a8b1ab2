using Madoguchi.Setup;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Madoguchi.Tests.Setup;

/// <summary>One fault in a follower must not stop the house, nor the follower for good.</summary>
public sealed class WatchmanTests
{
    [Fact]
    public async Task A_follower_that_fell_is_set_on_its_feet_again()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var services = new ServiceCollection().AddSingleton<IHostedService, Clumsy>().BuildServiceProvider();
        var clumsy = services.GetServices<IHostedService>().OfType<Clumsy>().Single();
        var watchman = new WatchmanFollower(services, NullLogger<WatchmanFollower>.Instance);

        await clumsy.StartAsync(ct);
        await Assert.ThrowsAsync<InvalidOperationException>(() => clumsy.ExecuteTask!); // it was started
        Assert.Equal(1, await watchman.Pass(ct));
        await clumsy.Stands.Task.WaitAsync(ct);
        Assert.Equal(0, await watchman.Pass(ct));
        await clumsy.StopAsync(ct);
    }

    private sealed class Clumsy : BackgroundService
    {
        private int times;

        public TaskCompletionSource Stands { get; } = new();

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            if (times++ == 0)
                throw new InvalidOperationException("a stone in the way");
            Stands.SetResult();
            await Task.Delay(Timeout.Infinite, stoppingToken);
        }
    }
}
