using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;

namespace Madoguchi.Tests.Rig;

/// <summary>The built app as a process of its own, to be killed and started again on the same port and data.</summary>
public sealed class AppProcess : IAsyncDisposable
{
    public const string BootstrapKey = "mk_bootstrap-key-of-the-test-rig-0001";
    private readonly Dictionary<string, string> environment;
    private readonly ConcurrentQueue<string> lines = [];
    private Process? process;

    private AppProcess(Dictionary<string, string> environment, int port) =>
        (this.environment, Port) = (environment, port);

    public int Port { get; }

    public Uri Address => new($"http://127.0.0.1:{Port}");

    /// <summary>The last lines that the app wrote.</summary>
    public string Log => string.Join('\n', lines);

    public int ProcessId => Running.Id;

    private Process Running => process ?? throw new InvalidOperationException("The app is not running.");

    public static async Task<AppProcess> Start(Database database, IReadOnlyDictionary<string, string>? settings = null)
    {
        var app = Of(database, settings);
        await app.Begin();
        return app;
    }

    /// <summary>The app as it would start, not yet started.</summary>
    public static AppProcess Of(Database database, IReadOnlyDictionary<string, string>? settings = null)
    {
        var port = Ports.Free();
        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Logging__LogLevel__Default"] = "Warning",
            ["Madoguchi__Database"] = database.ConnectionString,
            ["Madoguchi__Data"] = database.Folder,
            ["Madoguchi__Demo"] = "false",
            ["Madoguchi__BootstrapKey"] = BootstrapKey,
        };
        foreach (var (key, value) in Rates.Raised)
            environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
            environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return new AppProcess(environment, port);
    }

    /// <summary>Starts the process and waits until it is ready.</summary>
    public async Task Begin()
    {
        Launch();
        using var client = Client();
        var patience = Stopwatch.StartNew();
        while (!await Ready(client))
        {
            if (Running.HasExited || patience.Elapsed > TimeSpan.FromSeconds(60))
                throw new InvalidOperationException($"The app was not ready after {patience.Elapsed}:\n{Log}");
            await Task.Delay(20);
        }
    }

    /// <summary>Starts the process without waiting: for tests that kill it while it starts.</summary>
    public void Launch()
    {
        var start = new ProcessStartInfo("dotnet", [Repository.App])
        {
            WorkingDirectory = Repository.Source, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (key, value) in environment)
            start.Environment[key] = value;
        process?.Dispose();
        process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        Scratch.Remember(process.Id);
        process.OutputDataReceived += (_, e) => Keep(e.Data);
        process.ErrorDataReceived += (_, e) => Keep(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>SIGKILL: no goodbye.</summary>
    public async Task Kill()
    {
        Running.Kill();
        await Running.WaitForExitAsync();
    }

    /// <summary>SIGTERM: it may finish what it is doing.</summary>
    public async Task Stop()
    {
        Signals.Send(Running.Id, Signals.Terminate);
        await Running.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
    }

    public void Freeze() => Signals.Send(Running.Id, Signals.Freeze);

    public void Wake() => Signals.Send(Running.Id, Signals.Continue);

    public HttpClient Client(string? bearer = null)
    {
        var client = new HttpClient { BaseAddress = Address };
        if (bearer is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
            await Kill();
        process?.Dispose();
    }

    private static async Task<bool> Ready(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // nobody listens yet
        }
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lines.Enqueue(line);
        if (lines.Count > 200)
            lines.TryDequeue(out _);
    }
}
