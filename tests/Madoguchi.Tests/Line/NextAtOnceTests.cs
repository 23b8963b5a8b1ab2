using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Line;
using Madoguchi.Line.Calling;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Line;

/// <summary>Two agents press "next" at the same instant, ten thousand times: through the door itself, on PostgreSQL from two nodes.</summary>
public sealed class NextAtOnceTests
{
    private const int Rounds = 10_000;
    private const int Waiting = 40;
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);
    private static readonly Desk Account = new() { Id = Id<Desk>.New(), Slug = "account", Name = "アカウント窓口", Languages = ["ja"] };

    [Theory]
    [InlineData(On.Sqlite)]
    [InlineData(On.Postgres)]
    public async Task Two_agents_never_get_the_same_ticket(On on)
    {
        await using var database = await Database.New(on);
        await using var one = Node(database);
        await using var other = on is On.Postgres ? Node(database) : null;
        await using (var db = await one.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync(TestContext.Current.CancellationToken))
            await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
        var (here, there) = (one.GetRequiredService<Writes>(), (other ?? one).GetRequiredService<Writes>());
        await here.Write(Furnish, CancellationToken.None);
        CurrentAgent hana = Agent("Hana"), ken = Agent("Ken");

        for (var round = 0; round < Rounds; round++)
        {
            if (round % (Waiting / 2) == 0)
                await here.Write(AllWaitAgain, CancellationToken.None);
            var turns = await Task.WhenAll(Task.Run(() => Next(here, hana)), Task.Run(() => Next(there, ken)));
            Assert.NotEqual(turns[0].TicketId, turns[1].TicketId);
        }
    }

    private static async Task<Turn> Next(Writes writes, CurrentAgent agent) =>
        (await writes.Write(db => db.Next(Account.Slug, agent, Now), CancellationToken.None)).Refused(out var why, out var turn) ? throw new InvalidOperationException(why.ToString()) : turn;

    // The line begins anew: each ticket is called five hundred times, by whomever.
    private static Task AllWaitAgain(Db db) =>
        db.Tickets.ExecuteUpdateAsync(t => t.SetProperty(x => x.State, TicketState.Waiting), CancellationToken.None);

    private static async Task Furnish(Db db)
    {
        db.Desks.Add(Account);
        for (var i = 1; i <= Waiting; i++)
        {
            var theCase = new Case { Id = Id<Case>.New(), CustomerId = Id<Customer>.New(), DeskId = Account.Id, Language = "ja", Subject = "順番", OpenedAt = Now, ActiveAt = Now };
            db.Cases.Add(theCase);
            db.Tickets.Add(new Ticket { Id = Id<Ticket>.New(), DeskId = Account.Id, CaseId = theCase.Id, Number = i, Through = Through.Chat, Language = "ja", JoinedAt = Now, Rank = Now, Seq = i });
        }

        await db.SaveChangesAsync(CancellationToken.None);
    }

    private static CurrentAgent Agent(string name) => new(Id<Agent>.New(), name, name, AgentRole.Agent, [Account.Id], ["ja"]);

    private static ServiceProvider Node(Database database)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddStorage(new Engine(database.ConnectionString, database.Folder));
        return services.AddSingleton(TimeProvider.System).BuildServiceProvider();
    }
}
