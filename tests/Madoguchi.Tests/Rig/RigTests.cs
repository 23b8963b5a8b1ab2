using Npgsql;

namespace Madoguchi.Tests.Rig;

/// <summary>The ground that the other tests stand on.</summary>
[Trait("needs", "app")]
public sealed class RigTests
{
    [Fact]
    public async Task Two_test_classes_do_not_share_a_database()
    {
        await using var one = await Database.New(On.Postgres);
        await using var other = await Database.New(On.Postgres);

        Assert.NotEqual(one.ConnectionString, other.ConnectionString);
        await using var connection = new NpgsqlConnection(one.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_killed_server_comes_back_with_what_it_had()
    {
        using var server = await PostgresServer.Start(durable: true);
        await Execute("create table kept (word text)");
        server.Kill();
        await server.Begin();
        await Execute("insert into kept values ('still here')");

        async Task Execute(string sql)
        {
            await using var connection = new NpgsqlConnection(server.ConnectionString + ";Pooling=false");
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public void A_process_is_known_by_its_number_and_its_birth()
    {
        Assert.True(Born.Self.Lives);
        Assert.False((Born.Self with { At = Born.Self.At - 1 }).Lives);
        Assert.Equal(Born.Self, Born.Parse(Born.Self.ToString()));
    }
}
