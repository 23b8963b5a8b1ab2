using Madoguchi.Tests.Rig;

namespace Madoguchi.Browser.Rig;

/// <summary>The stage is set: the app answers a window, straight and over a wire, on both engines.</summary>
public abstract class StageTests(Stage stage)
{
    [Fact]
    public async Task A_window_reaches_the_app_straight_and_over_a_wire()
    {
        await using var wire = new Wire(stage.App.Port);
        await using var customer = await stage.Customer(wire: wire);
        await using var agent = await stage.Agent();

        await customer.Go("/health/ready");
        await agent.Go("/health/ready");
    }

    public sealed class OnSqlite(SqliteStage stage) : StageTests(stage), IClassFixture<SqliteStage>;

    public sealed class OnPostgres(PostgresStage stage) : StageTests(stage), IClassFixture<PostgresStage>;
}
