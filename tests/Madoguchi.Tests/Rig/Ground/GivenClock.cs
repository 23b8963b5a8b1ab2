using System.IO.MemoryMappedFiles;
using System.Reflection;
using System.Runtime.Loader;
using Madoguchi.Tests.Rig;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostingStartup(typeof(GivenClockStartup))]

namespace Madoguchi.Tests.Rig
{
    /// <summary>A clock in a file: it stands still until a test moves it, and a server that is killed and started again finds it where it was.
    /// The server needs no switch for it: the test brings it in from the outside, as any host of an ASP.NET application may.</summary>
    public sealed class GivenClock : TimeProvider, IDisposable
    {
        public const string Where = "MADOGUCHI_TEST_CLOCK";
        private readonly MemoryMappedFile file;
        private readonly MemoryMappedViewAccessor ticks;

        public GivenClock(string path)
        {
            file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, null, sizeof(long));
            ticks = file.CreateViewAccessor(0, sizeof(long));
        }

        public static GivenClock New(DateTimeOffset now, out Dictionary<string, string> settings)
        {
            var path = Path.Combine(Scratch.NewFolder("clock"), "ticks");
            settings = new() { [Where] = path, ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location, ["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = typeof(StartupHook).Assembly.GetName().Name! };
            var clock = new GivenClock(path);
            clock.MoveTo(now);
            return clock;
        }

        public override DateTimeOffset GetUtcNow() => new(ticks.ReadInt64(0), TimeSpan.Zero);

        public void MoveTo(DateTimeOffset moment) => ticks.Write(0, moment.UtcTicks);

        public void Dispose()
        {
            ticks.Dispose();
            file.Dispose();
        }
    }

    /// <summary>Inside the server's process, before its own services are added.</summary>
    public sealed class GivenClockStartup : IHostingStartup
    {
        public void Configure(IWebHostBuilder builder)
        {
            if (Environment.GetEnvironmentVariable(GivenClock.Where) is { } path)
                builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(new GivenClock(path)));
        }
    }
}

/// <summary>The runtime looks for this name, outside of every namespace, before the server's own Main: it makes this assembly known to it.</summary>
#pragma warning disable CA1050 // the runtime looks for it there
internal static class StartupHook
#pragma warning restore CA1050
{
    public static void Initialize()
    {
        var own = Assembly.GetExecutingAssembly();
        AssemblyLoadContext.Default.Resolving += (context, name) =>
        {
            var beside = Path.Combine(Path.GetDirectoryName(own.Location)!, name.Name + ".dll"); // loaded from a file
            return name.Name == own.GetName().Name ? own : File.Exists(beside) ? context.LoadFromAssemblyPath(beside) : null;
        };
    }
}
