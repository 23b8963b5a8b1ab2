namespace Madoguchi.Tests.Rig;

/// <summary>The whole app stands on the rig, on both engines, in the test's process and in its own.</summary>
public abstract class AppTests(App app)
{
    private static readonly object Story = new { text = "請求が二重になっています", desk = Cast.Account };

    [Fact]
    public async Task The_cast_is_on_the_stage_and_speaks()
    {
        var cast = await app.Cast();
        var made = (await app.Anonymous.Post("/api/v1/contacts", Story)).Was(201);

        (await app.As(cast.Hana).Post($"/api/v1/cases/{made["caseId"]}/messages", new { text = "確認します" })).Was(201);
        (await app.WithToken(made["token"]).Get($"/api/v1/cases/{made["caseId"]}")).Was(200);
        (await app.As(cast.Mio).Get($"/api/v1/cases/{made["caseId"]}")).Was(404);
        Assert.Empty(app.Faults.Seen);
    }

    [Fact]
    public async Task A_stream_is_followed()
    {
        await app.Cast();
        var made = (await app.Anonymous.Post("/api/v1/contacts", Story)).Was(201);

        await foreach (var item in app.WithToken(made["token"]).Follow($"/api/v1/cases/{made["caseId"]}/stream?after=0", ct: TestContext.Current.CancellationToken))
        {
            Assert.Equal("1", item.EventId);
            break;
        }
    }

    [Fact]
    public async Task A_killed_process_comes_back_on_its_port_with_its_data()
    {
        await using var database = await Database.New(app.On);
        await using var process = await AppProcess.Start(database);
        using var admin = process.Client(AppProcess.BootstrapKey);
        await Cast.Assemble(admin);
        using var anonymous = process.Client();
        var made = (await anonymous.Post("/api/v1/contacts", Story)).Was(201);

        await process.Kill();
        await process.Begin();

        using var customer = process.Client(made["token"]);
        (await customer.Get($"/api/v1/cases/{made["caseId"]}")).Was(200);
    }

    public sealed class OnSqlite(SqliteApp app) : AppTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : AppTests(app), IClassFixture<PostgresApp>
    {
        [Fact]
        public async Task Two_nodes_share_one_database()
        {
            await using var database = await Database.New(On.Postgres);
            await using var one = await AppProcess.Start(database);
            await using var other = await AppProcess.Start(database);
            using var admin = one.Client(AppProcess.BootstrapKey);
            await Cast.Assemble(admin);
            using var anonymous = one.Client();
            var made = (await anonymous.Post("/api/v1/contacts", Story)).Was(201);

            using var customer = other.Client(made["token"]);
            (await customer.Get($"/api/v1/cases/{made["caseId"]}")).Was(200);
        }
    }
}
