using System.Net;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Setup;

/// <summary>The one program's commands, as whoever installs it runs them.</summary>
public abstract class StartTests(On on) : IAsyncLifetime
{
    private Database database = null!; // set before the first test

    public async ValueTask InitializeAsync() => database = await Database.New(on);

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_agent_added_on_the_command_line_signs_in_with_the_password_that_was_printed()
    {
        var said = await Run([], "agent", "add", "--name", "Hana", "--email", "hana@example.test", "--role", "administrator");
        var password = said.Split(": ")[^1].Trim();

        await using var app = await AppProcess.Start(database);
        using var browser = new Browser(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = app.Address });
        (await browser.Send("/sign-in", new { email = "hana@example.test", password })).Was(HttpStatusCode.Found);
    }

    [Fact]
    public async Task Twice_the_same_agent_is_refused_in_a_sentence()
    {
        string[] add = ["agent", "add", "--name", "Hana", "--email", "hana@example.test"];
        await Run([], add);

        Assert.Contains("There is an agent of that address already.", await Refused([], add), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrating_an_up_to_date_database_changes_nothing() =>
        Assert.Equal("The database is up to date.", (await Run([], "migrate")).Trim());

    [Fact]
    public async Task A_short_bootstrap_key_keeps_the_server_from_starting() =>
        Assert.Contains("shorter than 32 characters", await Refused(["Madoguchi__BootstrapKey=guess-me"], "serve"), StringComparison.Ordinal);

    [Theory]
    [InlineData("ASPNETCORE_URLS=http://0.0.0.0:0")]
    [InlineData("ASPNETCORE_URLS=http://127.0.0.1:0;http://[::]:0")]
    [InlineData("ASPNETCORE_HTTP_PORTS=18999")]
    public async Task The_demo_opens_to_nobody_outside(string setting) =>
        Assert.Contains("is not a loopback address", await Refused(["Madoguchi__Demo=true", setting], "serve"), StringComparison.Ordinal);

    private async Task<string> Refused(string[] settings, params string[] args) =>
        (await Assert.ThrowsAsync<InvalidOperationException>(() => Run(settings, args))).Message;

    private Task<string> Run(string[] settings, params string[] args) => Rig.Command.Run("env",
    [
        "-C", Repository.Source, $"Madoguchi__Database={database.ConnectionString}", $"Madoguchi__Data={database.Folder}", "Madoguchi__Demo=false", .. settings, "dotnet", Repository.App, .. args,
    ]);

    public sealed class OnSqlite() : StartTests(On.Sqlite)
    {
        [Fact]
        public async Task Beside_a_running_server_a_command_says_what_to_do()
        {
            await using var other = await Database.New(On.Sqlite);
            await using var app = await AppProcess.Start(other);

            var why = await Assert.ThrowsAsync<InvalidOperationException>(() => Rig.Command.Run("env",
                "-C", Repository.Source, $"Madoguchi__Database={other.ConnectionString}", $"Madoguchi__Data={other.Folder}", "dotnet", Repository.App, "migrate"));

            Assert.Contains("is in use by another Madoguchi. Stop it first, or use its API.", why.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", why.Message, StringComparison.Ordinal);
        }
    }

    public sealed class OnPostgres() : StartTests(On.Postgres);
}
