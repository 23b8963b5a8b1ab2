using Madoguchi.Tests.Rig;

namespace Madoguchi.Browser.Rig;

/// <summary>The app as a process with a fresh database and the <see cref="Cast"/>, for one class of browser tests.</summary>
public abstract class Stage(On on, Chromium chromium) : IAsyncLifetime
{
    private Database? database;
    private AppProcess? app;
    private Cast? cast;

    /// <summary>Beside the usual ones.</summary>
    protected virtual IReadOnlyDictionary<string, string>? Settings => null;

    public Chromium Chromium => chromium;

    public Database Database => database ?? throw NotSet();

    public AppProcess App => app ?? throw NotSet();

    public Cast Cast => cast ?? throw NotSet();

    public async ValueTask InitializeAsync()
    {
        database = await Database.New(on);
        app = await AppProcess.Start(database, Settings);
        using var admin = app.Client(AppProcess.BootstrapKey);
        cast = await Cast.Assemble(admin);
    }

    /// <summary>A customer's window; on the <paramref name="wire"/> when the test wants to cut it.</summary>
    public Task<Window> Customer(string language = "ja", Shape? shape = null, Wire? wire = null, bool scripts = true) =>
        chromium.Open(wire?.Address ?? App.Address, language, shape ?? Shape.Phone, scripts);

    /// <summary>An agent's window.</summary>
    public Task<Window> Agent(string language = "ja", Shape? shape = null, Wire? wire = null, bool dark = false) =>
        chromium.Open(wire?.Address ?? App.Address, language, shape ?? Shape.Wide, dark: dark);

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
        if (database is not null)
            await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static InvalidOperationException NotSet() => new("The stage is not set yet.");
}

public sealed class SqliteStage(Chromium chromium) : Stage(On.Sqlite, chromium);

public sealed class PostgresStage(Chromium chromium) : Stage(On.Postgres, chromium);
