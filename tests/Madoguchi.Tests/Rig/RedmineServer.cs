using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Madoguchi.Tests.Rig;

/// <summary>A real Redmine of the distribution, in this run's own folder: its own database, key and port; nothing of the machine's is touched.
/// It is there when asked for: <c>CI=true</c> or <c>MADOGUCHI_REDMINE=1</c>; <c>./test</c> installs it beside the build.</summary>
public sealed class RedmineServer : IAsyncLifetime
{
    private const string Home = "/usr/share/redmine";
    private const string Gems = "/usr/share/rubygems-integration/all/gems";
    private static readonly int[] Kinds = [1, 2]; // Bug and Feature
    private Process? process;
    private string folder = "";

    public string Url { get; private set; } = "";

    public string Key { get; private set; } = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The administrator's hands.</summary>
    public HttpClient Developer { get; private set; } = new();

    /// <summary>Why there is none; null when it runs.</summary>
    public string? Missing { get; private set; } = "No Redmine was asked for: MADOGUCHI_REDMINE=1 ./test Redmine installs one and plays it.";

    public async ValueTask InitializeAsync()
    {
        var asked = Environment.GetEnvironmentVariable("MADOGUCHI_REDMINE") is { Length: > 0 } flag && flag != "0";
        if (!asked && Environment.GetEnvironmentVariable("CI") != "true")
            return;
        Missing = await Installed();
        if (Missing is not null && asked)
            throw new InvalidOperationException(Missing);
        if (Missing is null)
            await Start();
    }

    public async ValueTask DisposeAsync()
    {
        Developer.Dispose();
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process?.Dispose();
    }

    /// <summary>A project of a test's own.</summary>
    public async Task<string> Project()
    {
        var name = $"p{Guid.NewGuid():N}"[..20];
        await Tell(HttpMethod.Post, "/projects.json", new { project = new { name, identifier = name, tracker_ids = Kinds } });
        return name;
    }

    /// <summary>What a developer does there; again, where we wrote into the same issue at the same moment (Redmine's optimistic lock: a refusal without a reason, or a fault of its own).</summary>
    public async Task<JsonElement> Tell(HttpMethod method, string path, object? body = null)
    {
        var (status, said) = await Patience.Until(Once, answer => method == HttpMethod.Post || answer is not ((HttpStatusCode.UnprocessableEntity, "{\"errors\":[]}") or (HttpStatusCode.InternalServerError, _)));
        Assert.True((int)status is >= 200 and < 300, $"{method} {path}: {status} {said}");
        return said.Length == 0 ? default : JsonElement.Parse(said);

        async Task<(HttpStatusCode Status, string Said)> Once()
        {
            // In one piece: its web server reads no chunks.
            using var request = new HttpRequestMessage(method, new Uri(Url + path)) { Content = body is null ? null : new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json") };
            using var answer = await Developer.SendAsync(request, Ct);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct));
        }
    }

    public async Task<JsonElement[]> Issues(string project) => [.. (await Tell(HttpMethod.Get, $"/issues.json?project_id={project}&status_id=*&sort=id")).GetProperty("issues").EnumerateArray()];

    public async Task<JsonElement> Issue(string id) => (await Tell(HttpMethod.Get, $"/issues/{id}.json?include=journals")).GetProperty("issue");

    // ./test installs it in the background and says in a file how that ended; without ./test, it has to be there.
    private static async Task<string?> Installed()
    {
        if (Environment.GetEnvironmentVariable("MADOGUCHI_REDMINE_INSTALL") is { Length: > 0 } told)
        {
            var ended = Path.Combine(told, "ended");
            for (var patience = Stopwatch.StartNew(); !File.Exists(ended) && patience.Elapsed < TimeSpan.FromMinutes(12);)
                await Task.Delay(200, CancellationToken.None);
            if (!File.Exists(ended) || (await File.ReadAllTextAsync(ended, CancellationToken.None)).Trim() != "0")
                return $"Redmine could not be installed: {(File.Exists(Path.Combine(told, "log")) ? (await File.ReadAllLinesAsync(Path.Combine(told, "log"), CancellationToken.None)).LastOrDefault(l => l.Length > 0) : "nothing was said")}";
        }

        return File.Exists(Home + "/Gemfile.lock") ? null : "There is no Redmine: apt-get install redmine redmine-sqlite ruby-webrick.";
    }

    private async Task Start()
    {
        folder = Scratch.NewFolder("redmine");
        foreach (var part in (string[])["config", "files", "log", "tmp/cache", "public/plugin_assets"])
            Directory.CreateDirectory(Path.Combine(folder, part));
        await File.WriteAllTextAsync(Path.Combine(folder, "config/database.yml"), $"production:\n  adapter: sqlite3\n  database: {folder}/redmine.db\n  timeout: 30000\n", CancellationToken.None);
        await File.WriteAllTextAsync(Path.Combine(folder, "config/secret_key.txt"), Convert.ToHexString(Guid.NewGuid().ToByteArray()) + Convert.ToHexString(Guid.NewGuid().ToByteArray()), CancellationToken.None);
        await File.WriteAllTextAsync(Path.Combine(folder, "config.ru"), Rackup(folder), CancellationToken.None);
        var port = Ports.Free();
        Url = $"http://127.0.0.1:{port}";
        var start = new ProcessStartInfo("rackup", ["-E", "production", "-s", "webrick", "-o", "127.0.0.1", "-p", $"{port}", Path.Combine(folder, "config.ru")]) { WorkingDirectory = Home, RedirectStandardOutput = true, RedirectStandardError = true };
        // Debian's Redmine knows instances by a folder beside its own: ours is elsewhere.
        start.Environment["REDMINE_INSTANCE"] = string.Concat(Enumerable.Repeat("../", 12)) + folder.TrimStart('/');
        start.Environment["RAILS_ENV"] = "production";
        if (Directory.GetDirectories(Gems, "bundler-*").Select(d => d.Split("bundler-")[^1]).FirstOrDefault() is { } bundler)
            start.Environment["BUNDLER_VERSION"] = bundler; // Debian's own: the one that comes along with Ruby does not find its gems
        start.Environment["RUBYLIB"] = Directory.GetDirectories(Gems, "webrick-*").Select(d => d + "/lib").FirstOrDefault() ?? "";
        var said = new StringBuilder();
        process = Process.Start(start) ?? throw new InvalidOperationException("rackup did not start.");
        Scratch.Remember(process.Id);
        process.OutputDataReceived += (_, e) => Keep(e.Data);
        process.ErrorDataReceived += (_, e) => Keep(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await Ready(port, () => { lock (said) { return said.ToString(); } });
        Key = (await File.ReadAllTextAsync(Path.Combine(folder, "key"), CancellationToken.None)).Trim();
        Developer = new HttpClient { Timeout = TimeSpan.FromMinutes(2) };
        Developer.DefaultRequestHeaders.Add("X-Redmine-API-Key", Key);
        Developer.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));

        void Keep(string? line)
        {
            lock (said)
                said.AppendLine(line);
        }
    }

    private async Task Ready(int port, Func<string> log)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromMinutes(2) };
        for (var patience = Stopwatch.StartNew(); ;)
        {
            if (process!.HasExited || patience.Elapsed > TimeSpan.FromMinutes(5)) // started just now
                throw new InvalidOperationException($"Redmine was not ready after {patience.Elapsed}:\n{log()}");
            try
            {
                using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/login"), CancellationToken.None);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // nobody listens yet
            }

            await Task.Delay(100, CancellationToken.None);
        }
    }

    // One process: the tables, Redmine's own statuses and trackers, the REST API switched on, a key; then it serves.
    private static string Rackup(string folder) =>
        $"""
        require '{Home}/config/environment'
        ActiveRecord::Migration.verbose = false
        ActiveRecord::Base.connection.migration_context.migrate
        ActiveRecord::Base.descendants.each(&:reset_column_information)
        Redmine::DefaultData::Loader.load('en') if Redmine::DefaultData::Loader.no_data?
        Setting.rest_api_enabled = '1'
        admin = User.find_by_login('admin')
        admin.must_change_passwd = false
        admin.save!
        File.write('{folder}/key', admin.api_key)
        run RedmineApp::Application
        """;
}
