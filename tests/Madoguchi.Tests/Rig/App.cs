using System.Net.Http.Headers;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Tests.Rig;

/// <summary>The real app on real sockets with a database of its own. A class of HTTP tests is written once and runs on both engines:
/// <code>
/// public abstract class ContactTests(App app)
/// {
///     [Fact] public async Task A_story_gets_a_number() => …
///
///     public sealed class OnSqlite(SqliteApp app) : ContactTests(app), IClassFixture&lt;SqliteApp&gt;;
///     public sealed class OnPostgres(PostgresApp app) : ContactTests(app), IClassFixture&lt;PostgresApp&gt;;
/// }
/// </code></summary>
public class App(On on, params (string Key, string Value)[] settings) : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string BootstrapKey = AppProcess.BootstrapKey;
    private readonly SemaphoreSlim assembling = new(1);
    private Database? database;
    private Cast? cast;

    public On On => on;

    public FakeClock Clock { get; } = new();

    public Faults Faults { get; } = new();

    public Database Database => database ?? throw new InvalidOperationException("The app has not started.");

    public HttpClient Anonymous => Client(null);

    public HttpClient Admin => WithKey(BootstrapKey);

    /// <summary>An app with settings of one test's own.</summary>
    public static async Task<App> Start(On on, params (string Key, string Value)[] settings)
    {
        var app = new App(on, settings);
        await app.InitializeAsync();
        return app;
    }

    public async ValueTask InitializeAsync()
    {
        database = await Database.New(on);
        UseKestrel(0);
        StartServer();
    }

    public HttpClient WithKey(string key) => Client(key);

    public HttpClient WithToken(string token) => Client(token);

    public HttpClient As(Player player) => Client(player.Key);

    /// <summary>A browser of this agent's: signed in by the form, with cookies, without scripts.</summary>
    public async Task<Browser> SignedIn(Player player)
    {
        var password = (await Admin.Post($"/api/v1/agents/{player.AgentId}/password")).Was(201)["password"];
        var browser = Browser();
        (await browser.Send("/sign-in", new { email = player.Email, password })).Was(302);
        return browser;
    }

    /// <summary>A browser of nobody's yet.</summary>
    public Browser Browser() => new(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = ClientOptions.BaseAddress });

    /// <summary>The desks and agents of <see cref="Rig.Cast"/>, created at the first call.</summary>
    public async Task<Cast> Cast()
    {
        await assembling.WaitAsync();
        try
        {
            return cast ??= await Rig.Cast.Assemble(Admin);
        }
        finally
        {
            assembling.Release();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (var fault in Faults.Seen)
            await Console.Error.WriteLineAsync(fault);
        if (database is not null)
            await database.DisposeAsync();
        assembling.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Madoguchi:Database", Database.ConnectionString);
        builder.UseSetting("Madoguchi:Data", Database.Folder);
        builder.UseSetting("Madoguchi:Demo", "false");
        builder.UseSetting("Madoguchi:BootstrapKey", BootstrapKey);
        foreach (var (key, value) in Rates.Raised.Concat(settings))
            builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Faults));
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.PostConfigure<PasswordHasherOptions>(hashing => hashing.IterationCount = 1_000); // how slow it is, is not what is tested
            services.ConfigureDbContext<Db>(options => options.ConfigureWarnings(w => w.Throw(CoreEventId.RowLimitingOperationWithoutOrderByWarning, CoreEventId.FirstWithoutOrderByAndFilterWarning))); // "some" of the rows is another some each time
            SharedEndpoints.Add(services, on);
        });
    }

    private HttpClient Client(string? bearer)
    {
        var client = CreateClient(new() { AllowAutoRedirect = false, BaseAddress = ClientOptions.BaseAddress });
        if (bearer is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        return client;
    }
}

public sealed class SqliteApp() : App(On.Sqlite);

public sealed class PostgresApp() : App(On.Postgres);
