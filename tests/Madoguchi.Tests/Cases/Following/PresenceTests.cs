using Madoguchi.Cases;
using Madoguchi.Cases.Following;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Cases.Following;

public abstract class PresenceTests(App app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_customer_who_follows_is_connected_and_one_who_leaves_is_away_even_after_a_restart()
    {
        var (customer, at) = await Customer();
        var hana = app.As((await app.Cast()).Hana);
        Assert.Equal("gone", Customer((await hana.Get(at + "/presence")).Was(200)));

        using (var leaving = CancellationTokenSource.CreateLinkedTokenSource(Ct))
        {
            await using var stream = customer.Follow(at + "/stream", ct: leaving.Token).GetAsyncEnumerator(Ct);
            Assert.True(await stream.MoveNextAsync());
            Assert.Equal("connected", Customer((await hana.Get(at + "/presence")).Was(200)));
            await leaving.CancelAsync();
        }

        var away = await Until("away");
        await app.Services.GetRequiredService<Presence>().Note(Ct);
        await using var scope = app.Services.CreateAsyncScope();
        var seen = await scope.ServiceProvider.GetRequiredService<Db>().CustomerSeen(new Id<Case>(Guid.Parse(at.Split('/')[^1])), Ct);
        Assert.Equal(away.Json.GetProperty("customer").GetProperty("since").GetDateTimeOffset(), seen);

        async Task<Answer> Until(string state)
        {
            while (true)
            {
                var answer = (await hana.Get(at + "/presence")).Was(200);
                if (Customer(answer) == state)
                    return answer;
            }
        }
    }

    [Fact]
    public async Task Agents_see_each_other_look_and_write_and_nobody_else_does()
    {
        var (customer, at) = await Customer();
        var cast = await app.Cast();
        var (presence, id) = (app.Services.GetRequiredService<Presence>(), new Id<Case>(Guid.Parse(at.Split('/')[^1])));
        var hana = new CurrentAgent(new(Guid.Parse(cast.Hana.AgentId)), "Hana", "花", AgentRole.Agent, [], []);
        using var ear = app.Services.GetRequiredService<Madoguchi.Storage.Signals>().Listen(Topic.Of(id));

        using (presence.Enter(id, new Caller(hana)))
        {
            presence.Writing(id, hana, reply: true);
            var agents = (await app.As(cast.Hana).Get(at + "/presence")).Was(200).Json.GetProperty("agents");
            Assert.Equal(("Hana", "writing"), (agents[0].GetProperty("name").GetString(), agents[0].GetProperty("doing").GetString()));
        }

        Assert.Equal(0, (await app.As(cast.Hana).Get(at + "/presence")).Json.GetProperty("agents").GetArrayLength());
        Assert.Equal(["viewing", "writing", "left"], (await ear.Wait(TimeSpan.FromSeconds(5), Ct)).Where(s => s.Kind == Presence.Kind)
            .Select(s => System.Text.Json.JsonElement.Parse(s.Data!).GetProperty("state").GetString())); // presence always says what
        (await customer.Get(at + "/presence")).Was(404);
        (await app.As(cast.Mio).Get(at + "/presence")).Was(404);
    }

    private static string? Customer(Answer answer) => answer.Json.GetProperty("customer").GetProperty("state").GetString();

    private async Task<(HttpClient Customer, string At)> Customer()
    {
        await app.Cast();
        var made = (await app.Anonymous.Post("/api/v1/contacts", new { text = "つながりません。", desk = Cast.Account })).Was(201);
        return (app.WithToken(made["token"]), $"/api/v1/cases/{made["caseId"]}");
    }

    public sealed class OnSqlite(SqliteApp app) : PresenceTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : PresenceTests(app), IClassFixture<PostgresApp>;
}
