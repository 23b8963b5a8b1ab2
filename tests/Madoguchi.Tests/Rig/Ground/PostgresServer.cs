using System.Globalization;

namespace Madoguchi.Tests.Rig;

/// <summary>A throw-away PostgreSQL in this run's own folder, reached through a socket there: no port, no password, nothing of the machine's own server.</summary>
public sealed class PostgresServer : IDisposable
{
    private readonly string folder;
    private readonly string settings;

    private PostgresServer(string folder, bool durable)
    {
        this.folder = folder;
        settings = $"-c listen_addresses='' -c unix_socket_directories={folder} -c max_connections=300 -c shared_buffers=64MB -c max_wal_size=256MB"
            + (durable ? "" : " -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0");
    }

    public string ConnectionString => $"Host={folder};Username=madoguchi;Database=postgres";

    private string Data => Path.Combine(folder, "data");

    /// <param name="durable">For tests that kill the server itself: it syncs as in real life.</param>
    public static async Task<PostgresServer> Start(bool durable = false)
    {
        var folder = Scratch.NewFolder("pg");
        if (Environment.IsPrivilegedProcess)
            await Command.Run("chown", "postgres", folder);
        var server = new PostgresServer(folder, durable);
        await As(Program("initdb"), "-D", server.Data, "-U", "madoguchi", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        await server.Begin();
        return server;
    }

    public async Task Begin()
    {
        await As(Program("pg_ctl"), "-D", Data, "-w", "-t", "60", "-l", Path.Combine(folder, "log"), "-o", settings, "start");
        Scratch.Remember(ProcessId);
    }

    /// <summary>As if the plug were pulled from the server, not from its disk.</summary>
    public void Kill()
    {
        if (Born.Of(ProcessId) is not { } postmaster)
            return;
        Signals.Send(postmaster.Id, Signals.Quit); // an immediate shutdown: the children go too
        SpinWait.SpinUntil(() => !postmaster.Lives, TimeSpan.FromSeconds(10));
    }

    public void Dispose()
    {
        if (File.Exists(PidFile))
            Kill();
    }

    private string PidFile => Path.Combine(Data, "postmaster.pid");

    private int ProcessId => int.Parse(File.ReadLines(PidFile).First(), CultureInfo.InvariantCulture);

    private static string Program(string name) =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").OrderByDescending(d => d, StringComparer.Ordinal)
                .Select(d => Path.Combine(d, "bin", name)).FirstOrDefault(File.Exists) ?? name
            : name;

    private static Task<string> As(string program, params string[] arguments) =>
        Environment.IsPrivilegedProcess ? Command.Run("runuser", ["-u", "postgres", "--", program, .. arguments]) : Command.Run(program, arguments);
}
