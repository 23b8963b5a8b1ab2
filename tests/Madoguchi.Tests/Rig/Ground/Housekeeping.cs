using Madoguchi.Tests.Rig;

[assembly: AssemblyFixture(typeof(Housekeeping))]

namespace Madoguchi.Tests.Rig;

/// <summary>Takes the server and the folders away when the last test has ended, and also when the run is broken off.</summary>
public sealed class Housekeeping : IAsyncLifetime
{
    public ValueTask InitializeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Scratch.Remove();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await Clones.Remove();
        Scratch.Remove();
    }
}
