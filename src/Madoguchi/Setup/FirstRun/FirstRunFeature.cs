using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Setup.FirstRun;

/// <summary>A house without people and without a bootstrap key: whoever reads its log furnishes it. The code proves that they do; the
/// address they come from proves nothing, because behind a proxy everybody comes from this computer.</summary>
public sealed class FirstRunFeature(IDbContextFactory<Db> contexts, IConfiguration configuration, BaseAddress address) : IHostedLifecycleService
{
    private bool over;

    /// <summary>Stands in the log of this start, and opens the first page until somebody is there.</summary>
    public string Code { get; } = Secret.Password();

    public bool Knows(string said) => Secret.Same(Code, said.Trim());

    public async Task<bool> IsNeeded(CancellationToken ct)
    {
        if (over || configuration["Madoguchi:BootstrapKey"] is { Length: > 0 })
            return false;
        await using var db = await contexts.CreateDbContextAsync(ct);
        over = await db.Agents.AnyAsync(ct);
        return !over;
    }

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (await IsNeeded(cancellationToken))
            await Console.Out.WriteLineAsync($"\nNobody is here yet. Make the first desk and its administrator: {address.Of("/setup?code=" + Code)}\n");
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
