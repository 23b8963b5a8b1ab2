using Madoguchi.Care.Folding;
using Madoguchi.Cases.Listening;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Search;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Madoguchi.Bench;

/// <summary>The storage alone, without HTTP, and who learns from entries.</summary>
public sealed class Store : IAsyncDisposable
{
    private readonly ServiceProvider provider;

    private Store(ServiceProvider provider) => this.provider = provider;

    public Writes Writes => provider.GetRequiredService<Writes>();

    public IDbContextFactory<Db> Contexts => provider.GetRequiredService<IDbContextFactory<Db>>();

    public NumberSupply Numbers => provider.GetRequiredService<NumberSupply>();

    public EntryFollower Follower => provider.GetRequiredService<EntryFollower>();

    public static async Task<Store> Open(Database database)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddStorage(new Engine(database.ConnectionString, database.Folder));
        services.AddSingleton(TimeProvider.System).AddSingleton<NumberSupply>().AddSingleton<EntryFollower>();
        services.AddSingleton<Listeners>().AddSingleton<CareBooks>().AddSingleton<Listener, CareListener>(); // hearing what is hard to read is part of what a message takes
        services.AddSearch();
        services.AddSingleton<Madoguchi.Learning.Helping.Shelf>();
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<Opening>().Open(CancellationToken.None);
        if (provider.GetRequiredService<Writes>() is IHostedService lane)
            await lane.StartAsync(CancellationToken.None);
        return new(provider);
    }

    public async ValueTask DisposeAsync()
    {
        if (Writes is IHostedService lane)
            await lane.StopAsync(CancellationToken.None);
        await provider.DisposeAsync();
    }
}
